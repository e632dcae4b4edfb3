namespace Dib.Format;

public sealed partial class DibDocument
{
    /// <summary>How the file's first line ends.</summary>
    internal string NewLine =>
        _bytes.AsSpan().IndexOf((byte)'\n') is > 0 and var end && _bytes[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>Gives the notebook these cells: changed, moved, new; those left out are gone, as are cells without a text.</summary>
    /// <remarks>A cell that keeps its text keeps its bytes, and so does all that stands between cells that stay neighbours.</remarks>
    /// <exception cref="DibFormatException">A line of some text would start a cell of its own.</exception>
    public DibDocument WithCells(IEnumerable<DibCellEdit> cells)
    {
        DibCellEdit[] wanted = [.. cells.Select(Trimmed).Where(cell => cell.Text.Length > 0)];
        if (wanted.SequenceEqual(Cells.Select((cell, i) => new DibCellEdit(cell.KernelName, cell.Text, i))))
            return this;
        return TryParse(DibRearranger.Arrange(this, wanted), wanted)
            ?? TryParse(DibText.Bytes(Rewritten(wanted), NewLine), wanted)
            ?? throw Refusal(wanted);
    }

    INotebookDocument INotebookDocument.WithCells(IEnumerable<DibCellEdit> cells) => WithCells(cells);

    private DibCellEdit Trimmed(DibCellEdit cell) =>
        cell.Index is { } index && Cells[index].Text == cell.Text
            ? cell
            : cell with
            {
                Text = DibText.Trimmed(cell.Text),
            };

    private string Rewritten(DibCellEdit[] wanted)
    {
        var cells = wanted.Select(cell => (cell.KernelName, cell.Text));
        return Meta is null ? DibWriter.Write(cells) : DibWriter.Write(Meta.Json.Trim(), cells);
    }

    private DibDocument? TryParse(byte[] bytes, DibCellEdit[] wanted)
    {
        try
        {
            var parsed = Parse(bytes, _fileName);
            var isWanted = parsed
                .Cells.Select(cell => (cell.KernelName, cell.Text))
                .SequenceEqual(wanted.Select(cell => (cell.KernelName, cell.Text)));
            return isWanted && (Meta is null || parsed.Meta?.Json.Trim() == Meta.Json.Trim()) ? parsed : null;
        }
        catch (DibFormatException) when (bytes.Length <= NotebookFormat.MaxBytes)
        {
            return null;
        }
    }

    private DibFormatException Refusal(DibCellEdit[] wanted)
    {
        foreach (var (i, cell) in wanted.Index())
        {
            if (Array.FindIndex(cell.Text.Split('\n'), IsSeparator) is >= 0 and var line)
                return new DibFormatException(
                    _fileName,
                    cell.Index is { } index ? Cells[index].LineOf(line) : 1 + line,
                    $"cell {i + 1} has a line that would start another cell; put a space before that line's #!"
                );
        }
        return new DibFormatException(_fileName, 1, "the edited cells cannot be written as a notebook");

        bool IsSeparator(string line) =>
            line.StartsWith("#!", StringComparison.Ordinal) && Names.Find(line[2..]) is not null;
    }

    internal byte[] BytesOf(DibGap? gap) => gap is null ? [] : _bytes[gap.Bytes];
}
