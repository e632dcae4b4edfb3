using System.Text;

namespace Dib.Format;

public sealed partial class DibDocument
{
    /// <summary>How the file's first line ends.</summary>
    internal string NewLine =>
        _bytes.AsSpan().IndexOf((byte)'\n') is > 0 and var end && _bytes[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>Gives one cell another text; no byte outside that text changes.</summary>
    /// <remarks>A blank text leaves the cell's separator in the file; like an editor, the document then no longer lists the cell.</remarks>
    /// <exception cref="DibFormatException">A line of the text would start a cell of its own.</exception>
    public DibDocument WithCell(int index, string text)
    {
        var cell = Cells[index];
        if (text == cell.Text)
            return this;
        var edited = Parse(Splice(cell.Bytes, text), _fileName);
        return edited.Separators.Length == Separators.Length && (edited.Meta is null) == (Meta is null)
            ? edited
            : throw new DibFormatException(
                _fileName,
                cell.Line,
                "the new text has a line that would start another cell; put a space before that line's #!"
            );
    }

    private byte[] Splice(Range place, string text)
    {
        var inFile = text.ReplaceLineEndings(NewLine);
        return [.. _bytes[..place.Start], .. Encoding.UTF8.GetBytes(inFile), .. _bytes[place.End..]];
    }
}
