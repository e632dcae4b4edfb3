namespace Dib.Format;

/// <summary>Puts a file together from pieces of another: a piece is a cell from its separator to the next cell.</summary>
internal sealed class DibRearranger
{
    private readonly DibDocument _document;
    private readonly byte[] _bytes;
    private readonly string _newLine;
    private readonly List<byte> _file = [];
    private int _last = -1;

    private DibRearranger(DibDocument document)
    {
        _document = document;
        _bytes = document.Bytes.ToArray();
        _newLine = document.NewLine;
    }

    internal static byte[] Arrange(DibDocument document, IReadOnlyList<DibCellEdit> wanted)
    {
        var rearranger = new DibRearranger(document);
        rearranger._file.AddRange(rearranger._bytes[..rearranger.StartOf(0)]);
        foreach (var cell in wanted)
            rearranger.Add(cell);
        rearranger.TrimEnd();
        return [.. rearranger._file];
    }

    private int StartOf(int index) => index < _document.Cells.Length ? _document.Cells[index].Start : _bytes.Length;

    private void Add(DibCellEdit wanted)
    {
        var index = wanted.Index ?? -1;
        // What stood between two cells that are neighbours still is as it was.
        if (index < 0 || index != _last + 1)
            EndWithABlankLine();
        var cell = index < 0 ? null : _document.Cells[index];
        if (
            cell is null
            || (cell.Separator is null && (cell.KernelName != wanted.KernelName || index > 0 || _last != -1))
        )
            _file.AddRange(DibText.Bytes($"#!{wanted.KernelName}\n\n{wanted.Text}\n", _newLine));
        else
            AddPiece(index, cell, wanted);
        _last = index < 0 ? -2 : index;
    }

    private void AddPiece(int index, DibCell cell, DibCellEdit wanted)
    {
        var text = cell.Bytes;
        if (cell.KernelName == wanted.KernelName)
            _file.AddRange(_bytes[cell.Start..text.Start.Value]);
        else
        {
            _file.AddRange(DibText.Bytes("#!" + wanted.KernelName, ""));
            _file.AddRange(_bytes[cell.Separator!.Value.End..text.Start.Value]);
        }
        _file.AddRange(
            cell.Text == wanted.Text
                ? _bytes[text]
                : [.. DibText.Bytes(wanted.Text, _newLine), .. _document.BytesOf(cell.Gap)]
        );
        _file.AddRange(_bytes[text.End.Value..StartOf(index + 1)]);
    }

    private void EndWithABlankLine()
    {
        if (_file.Count == 0 || (_file.Count == 3 && _file[0] == 0xEF))
            return;
        while (!EndsWith($"{_newLine}{_newLine}"))
            _file.AddRange(DibText.Bytes("\n", _newLine));
    }

    // Only the cell that was the last one already ends as it did.
    private void TrimEnd()
    {
        if (_last == _document.Cells.Length - 1)
            return;
        while (EndsWith($"{_newLine}{_newLine}"))
            _file.RemoveRange(_file.Count - _newLine.Length, _newLine.Length);
    }

    private bool EndsWith(string end) =>
        _file.Count >= end.Length
        && end.Select((character, i) => _file[_file.Count - end.Length + i] == character).All(same => same);
}
