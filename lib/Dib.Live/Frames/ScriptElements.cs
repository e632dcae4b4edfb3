namespace Dib.Live.Frames;

/// <summary>Reads HTML that consists of script elements, which may be megabytes long.</summary>
internal static class ScriptElements
{
    private const string Start = "<script";
    private const string End = "</script>";

    /// <summary>The code of each element; none when there is anything else to see, or a script of another place.</summary>
    internal static IReadOnlyList<string> In(string html)
    {
        var scripts = new List<string>();
        for (var rest = html.AsSpan().Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            var open = rest.IndexOf('>');
            var end = rest.IndexOf(End, StringComparison.OrdinalIgnoreCase);
            if (!rest.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || open < 0 || end < open)
                return [];
            if (rest[..open].Trim().Length > Start.Length)
                return [];
            scripts.Add(rest[(open + 1)..end].ToString());
            rest = rest[(end + End.Length)..];
        }
        return scripts;
    }
}
