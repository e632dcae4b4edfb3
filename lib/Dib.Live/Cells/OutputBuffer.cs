using System.Collections.Immutable;
using System.Globalization;
using Dib.Protocol;
using Dib.Running.Execution;

namespace Dib.Live.Cells;

/// <summary>What one run of a cell puts out: how it starts and how it ends is kept, the middle of too much is left out.</summary>
/// <remarks>Not safe for threads; the session's lock guards it.</remarks>
internal sealed class OutputBuffer : ICellOutputs
{
    /// <summary>How many characters of printed text are kept from the start.</summary>
    internal const int FirstKept = 256 * 1024;

    /// <summary>How many characters of printed text are kept at least from the end, when there is more.</summary>
    internal const int LastKept = 64 * 1024;

    /// <summary>How many outputs are kept from the start, and as many from the end.</summary>
    internal const int MostOutputs = 200;

    /// <summary>How many characters of displayed values are kept.</summary>
    internal const int MostDisplayed = 16 * 1024 * 1024;

    private const int GapKey = -1;

    private readonly List<BufferedOutput> _first = [];
    private readonly List<BufferedOutput> _last = [];
    private ImmutableArray<OutputView>? _snapshot;
    private int _nextKey;
    private int _printed;
    private int _printedLast;
    private long _displayed;
    private long _leftOut;
    private int _outputsLeftOut;

    public void Print(OutputKind kind, DisplayEvent output)
    {
        var text = string.Concat(output.FormattedValues.Select(value => value.Value));
        var room = _last.Count > 0 ? 0 : Math.Min(FirstKept - _printed, text.Length);
        _snapshot = null;
        if (room > 0)
            Append(kind, text[..room]);
        if (room < text.Length)
            AppendLast(kind, text[room..]);
    }

    public void Show(OutputKind kind, DisplayEvent output)
    {
        if (CellOutput.Of(kind, output.FormattedValues) is not { } shown)
            return;
        _snapshot = null;
        var before = output is DisplayedValueUpdated && output.ValueId is { } id ? Find(id) : null;
        _displayed += SizeOf(shown) - (before is null ? 0 : SizeOf(before.ToOutput().Content));
        if (_displayed > MostDisplayed)
            shown = new CellOutput(kind, "text/plain", "output left out: this cell showed more than 16 MB");
        if (before is not null)
            before.Update(shown);
        else
            Add(new BufferedOutput(_nextKey++, shown, output.ValueId));
    }

    internal ImmutableArray<OutputView> ToOutputs() =>
        _snapshot ??= [.. _first.Concat(Gap()).Concat(_last).Select(entry => entry.ToOutput())];

    private void Append(OutputKind kind, string text)
    {
        _printed += text.Length;
        if (_first is [.., var end] && end.TryAppend(kind, text))
            return;
        Add(BufferedOutput.Printed(_nextKey++, kind, text));
    }

    private void AppendLast(OutputKind kind, string text)
    {
        // Of one enormous piece only the end can be kept anyway.
        var kept = text.Length > 2 * LastKept ? text[^LastKept..] : text;
        _leftOut += text.Length - kept.Length;
        _printedLast += kept.Length;
        if (!(_last is [.., var end] && end.TryAppend(kind, kept)))
            AddLast(BufferedOutput.Printed(_nextKey++, kind, kept));
        // Not each time: cutting costs as much as what is kept.
        if (_printedLast > 2 * LastKept)
            CutTo(LastKept);
    }

    private void CutTo(int length)
    {
        foreach (var entry in _last.Where(entry => entry.IsPrinted).ToArray())
        {
            var cut = entry.CutStart(_printedLast - length);
            _printedLast -= cut;
            _leftOut += cut;
            if (_printedLast <= length)
                break;
        }
        _last.RemoveAll(entry => entry.IsEmpty);
    }

    private void Add(BufferedOutput entry)
    {
        if (_last.Count > 0 || _first.Count >= MostOutputs)
            AddLast(entry);
        else
            _first.Add(entry);
    }

    private void AddLast(BufferedOutput entry)
    {
        _last.Add(entry);
        if (_last.Count <= MostOutputs)
            return;
        var length = _last[0].IsPrinted ? _last[0].Length : 0;
        _printedLast -= length;
        _leftOut += length;
        _outputsLeftOut += _last[0].IsPrinted ? 0 : 1;
        _last.RemoveAt(0);
    }

    private IEnumerable<BufferedOutput> Gap()
    {
        var sizes = new[] { SizeLeftOut(), _outputsLeftOut > 0 ? $"{_outputsLeftOut} outputs" : null };
        var what = string.Join(" and ", sizes.OfType<string>());
        return what.Length == 0
            ? []
            :
            [
                BufferedOutput.Printed(
                    GapKey,
                    OutputKind.Stderr,
                    $"\n[{what} left out here: this cell put out more than a page can show]\n"
                ),
            ];
    }

    private string? SizeLeftOut() =>
        _leftOut switch
        {
            0 => null,
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, _leftOut / 1024)} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_leftOut / (1024 * 1024)} MB"),
        };

    private BufferedOutput? Find(string id) => _first.Concat(_last).LastOrDefault(entry => entry.Id == id);

    private static long SizeOf(CellOutput output) =>
        output.Text.Length + output.OtherFormats.Sum(other => (long)other.Text.Length);
}
