using System.Text.Json;

namespace Dib.Format;

/// <summary>Reads the lines of a file once, from top to bottom, by the rules of the .NET Interactive parser.</summary>
internal sealed class DibParser
{
    private readonly byte[] bytes;
    private readonly string fileName;
    private readonly DibLine[] lines;
    private readonly DibKernelNames names = new();
    private readonly List<DibLine> current = [];
    private string kernelName = DibKernelNames.Default;
    private int separatorLine;

    private DibParser(byte[] bytes, string fileName)
    {
        this.bytes = bytes;
        this.fileName = fileName;
        lines = [.. DibLine.Split(bytes)];
    }

    internal List<DibCell> Cells { get; } = [];

    internal List<DibSeparator> Separators { get; } = [];

    internal DibMeta? Meta { get; private set; }

    internal static DibParser Run(byte[] bytes, string fileName)
    {
        var parser = new DibParser(bytes, fileName);
        parser.RefuseBinary();
        parser.Read();
        return parser;
    }

    private void RefuseBinary()
    {
        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            throw new DibFormatException(
                fileName,
                lines.Last(line => line.Start <= zero).Number,
                "the file is not text (it has a zero byte); a notebook is UTF-8 text"
            );
    }

    private void Read()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Meta is null && lines[i].StartsWith(bytes, "#!meta"u8))
                i = ReadMeta(i);
            else if (SeparatorOf(lines[i]) is { } name)
                StartCell(name, lines[i].Number);
            else
                current.Add(lines[i]);
        }
        EndCell();
    }

    private string? SeparatorOf(DibLine line) =>
        line.StartsWith(bytes, "#!"u8) ? names.Find(line.TextIn(bytes)[2..]) : null;

    // The header ends at the next magic, whatever that is; text before it stays a cell of its own.
    private int ReadMeta(int start)
    {
        EndCell();
        var end = start + 1;
        while (end < lines.Length && !lines[end].StartsWith(bytes, "#!"u8))
            end++;
        var json = string.Join('\n', lines[(start + 1)..end].Select(line => line.TextIn(bytes)));
        Meta = new DibMeta(lines[start].Number, json);
        try
        {
            Meta.Apply(names);
        }
        // An escaped half of a character is valid JSON that .NET refuses to read as text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DibFormatException(
                fileName,
                Meta.Line + 1 + (int)((e as JsonException)?.LineNumber ?? 0),
                "after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one"
            );
        }
        return end - 1;
    }

    private void StartCell(string name, int line)
    {
        EndCell();
        kernelName = name;
        separatorLine = line;
    }

    private void EndCell()
    {
        var first = current.FindIndex(line => !line.IsBlank);
        var last = current.FindLastIndex(line => !line.IsBlank);
        if (separatorLine > 0)
            Separators.Add(new DibSeparator(separatorLine, kernelName, first >= 0));
        if (first >= 0)
            Cells.Add(CellOf(current[first..(last + 1)]));
        current.Clear();
        separatorLine = 0;
    }

    private DibCell CellOf(List<DibLine> text) =>
        new(kernelName, string.Join('\n', text.Select(line => line.TextIn(bytes))), text[0].Number)
        {
            Bytes = text[0].Start..text[^1].End,
        };
}
