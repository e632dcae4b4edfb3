using System.Text.Json;

namespace Dib.Format;

/// <summary>Reads the lines of a file once, from top to bottom, by the rules of the .NET Interactive parser.</summary>
internal sealed class DibParser
{
    private readonly byte[] _bytes;
    private readonly string _fileName;
    private readonly DibLine[] _lines;
    private readonly List<DibLine> _current = [];
    private string _kernelName = DibKernelNames.Default;
    private DibLine? _separator;

    private DibParser(byte[] bytes, string fileName)
    {
        _bytes = bytes;
        _fileName = fileName;
        _lines = [.. DibLine.Split(bytes)];
    }

    internal List<DibCell> Cells { get; } = [];

    internal List<DibSeparator> Separators { get; } = [];

    internal DibMeta? Meta { get; private set; }

    internal DibKernelNames Names { get; } = new();

    internal static DibParser Run(byte[] bytes, string fileName)
    {
        var parser = new DibParser(bytes, fileName);
        parser.RefuseBinary();
        parser.Read();
        return parser;
    }

    private void RefuseBinary()
    {
        var zero = Array.IndexOf(_bytes, (byte)0);
        if (zero >= 0)
            throw new DibFormatException(
                _fileName,
                _lines.Last(line => line.Start <= zero).Number,
                "the file is not text (it has a zero byte); a notebook is UTF-8 text"
            );
    }

    private void Read()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            if (Meta is null && _lines[i].StartsWith(_bytes, "#!meta"u8))
                i = ReadMeta(i);
            else if (SeparatorOf(_lines[i]) is { } name)
                StartCell(name, _lines[i]);
            else
                _current.Add(_lines[i]);
        }
        EndCell();
    }

    private string? SeparatorOf(DibLine line) =>
        line.StartsWith(_bytes, "#!"u8) ? Names.Find(line.TextIn(_bytes)[2..]) : null;

    // The header ends at the next magic, whatever that is; to the cell in which it stands it is not there.
    private int ReadMeta(int start)
    {
        var end = start + 1;
        while (end < _lines.Length && !_lines[end].StartsWith(_bytes, "#!"u8))
            end++;
        var json = string.Join('\n', _lines[(start + 1)..end].Select(line => line.TextIn(_bytes)));
        Meta = new DibMeta(_lines[start].Number, _lines[start].Number + end - start, json);
        Apply(Meta);
        return end - 1;
    }

    private void Apply(DibMeta meta)
    {
        try
        {
            meta.Apply(Names);
        }
        // An escaped half of a character is valid JSON that .NET refuses to read as text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DibFormatException(
                _fileName,
                meta.Line + 1 + (int)((e as JsonException)?.LineNumber ?? 0),
                "after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one"
            );
        }
        catch (FormatException e)
        {
            throw new DibFormatException(_fileName, meta.Line, e.Message);
        }
    }

    private void StartCell(string name, DibLine line)
    {
        EndCell();
        _kernelName = name;
        _separator = line;
    }

    private void EndCell()
    {
        var first = _current.FindIndex(line => !line.IsBlank);
        var last = _current.FindLastIndex(line => !line.IsBlank);
        if (_separator is { } separator)
            Separators.Add(new DibSeparator(separator.Number, _kernelName, first >= 0));
        if (first >= 0)
            Cells.Add(CellOf(_current[first..(last + 1)]));
        _current.Clear();
        _separator = null;
    }

    private DibCell CellOf(List<DibLine> text) =>
        new(_kernelName, string.Join('\n', text.Select(line => line.TextIn(_bytes))), text[0].Number)
        {
            Bytes = text[0].Start..text[^1].End,
            Separator = _separator,
            Gap = GapIn(text),
        };

    private static DibGap? GapIn(List<DibLine> text) =>
        Enumerable.Range(1, text.Count - 1).FirstOrDefault(i => text[i].Number > text[i - 1].Number + 1)
            is > 0
                and var at
            ? new DibGap(text[at - 1].End..text[at].Start, at, text[at].Number - text[at - 1].Number - 1)
            : null;
}
