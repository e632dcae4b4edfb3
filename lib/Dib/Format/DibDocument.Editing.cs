using System.Text;

namespace Dib.Format;

public sealed partial class DibDocument
{
    /// <summary>How the file's first line ends.</summary>
    internal string NewLine =>
        _bytes.AsSpan().IndexOf((byte)'\n') is > 0 and var end && _bytes[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>Gives one cell another text; no byte outside that text changes.</summary>
    /// <remarks>
    /// A blank text leaves the cell's separator in the file; like an editor, the document then no longer lists the cell.
    /// A text on both sides of the header moves before it as a whole; one that ends the header gets a separator.
    /// </remarks>
    /// <exception cref="DibFormatException">A line of the text would start a cell of its own.</exception>
    public DibDocument WithCell(int index, string text)
    {
        var cell = Cells[index];
        if (text == cell.Text)
            return this;
        var separator = SeparatorBefore(cell, text);
        var edited = Parse(Splice(cell, separator + text), _fileName);
        return
            edited.Separators.Length == Separators.Length + (separator.Length > 0 ? 1 : 0)
            && (edited.Meta is null) == (Meta is null)
            ? edited
            : throw new DibFormatException(
                _fileName,
                cell.Line,
                "the new text has a line that would start another cell; put a space before that line's #!"
            );
    }

    // Where the text's own first magic ended the header, something else must when that magic goes.
    private string SeparatorBefore(DibCell cell, string text) =>
        cell.Line == Meta?.Next
        && text.TrimStart('\r', '\n') is [_, ..] written
        && !written.StartsWith("#!", StringComparison.Ordinal)
            ? $"#!{cell.KernelName}\n\n"
            : "";

    private byte[] Splice(DibCell cell, string text)
    {
        var inFile = Encoding.UTF8.GetBytes(text.ReplaceLineEndings(NewLine));
        return [.. _bytes[..cell.Bytes.Start], .. inFile, .. BytesOf(cell.Gap), .. _bytes[cell.Bytes.End..]];
    }

    internal byte[] BytesOf(DibGap? gap) => gap is null ? [] : _bytes[gap.Bytes];
}
