using System.Text;
using Dib.Running.Execution;

namespace Dib.Live.Cells;

/// <summary>One output while it may still change: printed text that grows, or a value that is updated.</summary>
internal sealed class BufferedOutput
{
    private readonly int _key;
    private readonly StringBuilder? _printed;
    private readonly CellOutput _first;
    private CellOutput _content;
    private OutputView? _snapshot;

    internal BufferedOutput(int key, CellOutput content, string? id)
    {
        _key = key;
        _first = _content = content;
        Id = id;
    }

    private BufferedOutput(int key, OutputKind kind, string text)
        : this(key, new CellOutput(kind, "text/plain", ""), null) => _printed = new StringBuilder(text);

    internal string? Id { get; }

    internal bool IsPrinted => _printed is not null;

    internal int Length => _printed?.Length ?? 0;

    internal bool IsEmpty => _printed is { Length: 0 };

    internal static BufferedOutput Printed(int key, OutputKind kind, string text) => new(key, kind, text);

    internal bool TryAppend(OutputKind kind, string text)
    {
        if (_printed is null || _content.Kind != kind)
            return false;
        _printed.Append(text);
        _snapshot = null;
        return true;
    }

    /// <summary>Cuts at least so much from the start, up to the end of a line where one is near; gives how much it was.</summary>
    internal int CutStart(int length)
    {
        var cut = Math.Min(length, _printed!.Length);
        var rest = _printed.ToString(cut, _printed.Length - cut);
        var lineEnd = cut == 0 ? -1 : rest.AsSpan(0, Math.Min(rest.Length, 1000)).IndexOf('\n');
        cut += lineEnd + 1;
        _printed.Remove(0, cut);
        _snapshot = null;
        return cut;
    }

    internal void Update(CellOutput content)
    {
        _content = content;
        _snapshot = null;
    }

    internal OutputView ToOutput() =>
        _snapshot ??= _printed is null
            ? new OutputView(_key, _content) { First = _first }
            : new OutputView(_key, _content with { Text = _printed.ToString() });
}
