using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dib.Protocol;

namespace Dib.Running.Execution;

/// <summary>Collects what one cell puts out: pieces of printed text become one, and too much of it is cut.</summary>
internal sealed class OutputCollector(IProgress<RunEvent> progress) : ICellOutputs
{
    private const int Megabyte = 1024 * 1024;

    // A page with more in it than this does not open on a telephone.
    private const int MostShown = 16 * Megabyte;

    private readonly List<Entry> _entries = [];
    private long _printed;
    private long _shown;

    public void Print(OutputKind kind, DisplayEvent output)
    {
        var text = string.Concat(output.FormattedValues.Select(value => value.Value));
        var left = (int)Math.Clamp(Megabyte - _printed, 0, text.Length);
        _printed += text.Length;
        if (left > 0)
            Append(kind, text[..left]);
    }

    public void Show(OutputKind kind, DisplayEvent output)
    {
        var values = output.FormattedValues;
        _shown += values.Sum(value => value.Value.Length);
        if (_shown > MostShown)
            values = [new FormattedValue("text/plain", "output left out: this cell showed more than 16 MB")];
        if (CellOutput.Of(kind, values) is not { } shown)
            return;
        var entry = new Entry(kind, shown.MimeType, new StringBuilder(shown.Text), output.ValueId)
        {
            OtherFormats = shown.OtherFormats,
        };
        var before = _entries.FindIndex(other => other.Id is { } id && id == output.ValueId);
        if (output is DisplayedValueUpdated && before >= 0)
            _entries[before] = entry;
        else
            _entries.Add(entry);
    }

    internal ImmutableArray<CellOutput> ToOutputs()
    {
        if (_printed > Megabyte)
            Append(
                OutputKind.Stderr,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"output cut after 1 MB ({Math.Max(1, (_printed - Megabyte) / Megabyte)} MB more)\n"
                )
            );
        return [.. _entries.Select(entry => entry.ToOutput())];
    }

    private void Append(OutputKind kind, string text)
    {
        if (_entries is [.., var last] && last.Kind == kind)
            last.Text.Append(text);
        else
            _entries.Add(new Entry(kind, "text/plain", new StringBuilder(text), null));
        progress.Report(new RunEvent.Printed(kind, text));
    }

    private sealed record Entry(OutputKind Kind, string MimeType, StringBuilder Text, string? Id)
    {
        internal ImmutableArray<CellOutput> OtherFormats { get; init; } = [];

        internal CellOutput ToOutput() => new(Kind, MimeType, Text.ToString()) { OtherFormats = OtherFormats };
    }
}
