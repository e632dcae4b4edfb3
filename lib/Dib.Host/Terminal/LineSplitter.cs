using System.Text;

namespace Dib.Host.Terminal;

/// <summary>Makes lines of pieces of text that may end anywhere.</summary>
internal sealed class LineSplitter
{
    private readonly StringBuilder _unfinished = new();

    /// <summary>The lines that the piece completes.</summary>
    internal IEnumerable<string> Add(string piece)
    {
        var lines = piece.Split('\n');
        foreach (var line in lines[..^1])
        {
            yield return _unfinished.Append(line).ToString().TrimEnd('\r');
            _unfinished.Clear();
        }
        _unfinished.Append(lines[^1]);
    }

    /// <summary>The last line, which nothing ended; null when there is none.</summary>
    internal string? Rest()
    {
        var rest = _unfinished.Length > 0 ? _unfinished.ToString() : null;
        _unfinished.Clear();
        return rest;
    }
}
