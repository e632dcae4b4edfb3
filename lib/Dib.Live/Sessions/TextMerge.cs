namespace Dib.Live.Sessions;

/// <summary>Brings two changes of one text together, so that nothing that anybody typed is lost.</summary>
internal static class TextMerge
{
    /// <param name="known">The text that both started from.</param>
    /// <returns>The text with both changes; where they meet, theirs stands before mine.</returns>
    internal static string Of(string known, string theirs, string mine)
    {
        if (mine == known || mine == theirs)
            return theirs;
        if (theirs == known)
            return mine;
        var their = Change.Between(known, theirs);
        var my = Change.Between(known, mine);
        var start = Math.Min(their.Start, my.Start);
        var end = Math.Max(their.End, my.End);
        var changed =
            their.End <= my.Start ? their.Text + known[their.End..my.Start] + my.Text
            : my.End <= their.Start ? my.Text + known[my.End..their.Start] + their.Text
            : their.Over(known, start, end) + my.Over(known, start, end);
        return known[..start] + changed + known[end..];
    }

    /// <summary>What stands in the place of the characters from start to end.</summary>
    private readonly record struct Change(int Start, int End, string Text)
    {
        internal static Change Between(string before, string after)
        {
            var start = before.AsSpan().CommonPrefixLength(after);
            var most = Math.Min(before.Length, after.Length) - start;
            var same = 0;
            while (same < most && before[^(same + 1)] == after[^(same + 1)])
                same++;
            return new Change(start, before.Length - same, after[start..^same]);
        }

        internal string Over(string before, int start, int end) => before[start..Start] + Text + before[End..end];
    }
}
