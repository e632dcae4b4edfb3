namespace Dib.Live.Frames;

/// <summary>Reads HTML that consists of script elements, which may be megabytes long.</summary>
internal static class ScriptElements
{
    private const string Start = "<script";
    private const string End = "</script>";

    /// <summary>The code of each element; none when there is anything else to see, or a script of another place.</summary>
    internal static IReadOnlyList<ReadOnlyMemory<char>> In(string html)
    {
        var scripts = new List<ReadOnlyMemory<char>>();
        for (var rest = html.AsMemory().Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            var open = rest.Span.IndexOf('>');
            var end = rest.Span.IndexOf(End, StringComparison.OrdinalIgnoreCase);
            if (!rest.Span.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || open < 0 || end < open)
                return [];
            if (rest[..open].Trim().Length > Start.Length)
                return [];
            scripts.Add(rest[(open + 1)..end]);
            rest = rest[(end + End.Length)..];
        }
        return scripts;
    }
}
