using System.Collections.Immutable;
using System.Text;

namespace Dib.Format;

/// <summary>A notebook: its cells, and every byte of the file that they were read from.</summary>
/// <remarks>The bytes are what a document is; the cells are a view of them. So writing changes nothing that nobody edited.</remarks>
public sealed partial class DibDocument : INotebookDocument
{
    private readonly byte[] _bytes;
    private readonly string _fileName;

    private DibDocument(byte[] bytes, string fileName, DibParser parsed)
    {
        _bytes = bytes;
        _fileName = fileName;
        Cells = [.. parsed.Cells];
        Separators = [.. parsed.Separators];
        Meta = parsed.Meta;
        Names = parsed.Names;
    }

    /// <summary>The cells that have a text; an editor drops the others.</summary>
    public ImmutableArray<DibCell> Cells { get; }

    /// <summary>The file as it is written.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The file's text, a byte order mark included.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_bytes);

    /// <summary>The <c>#!meta</c> header; null when the file has none.</summary>
    internal DibMeta? Meta { get; }

    /// <summary>The kernels that a line can name, the header's included.</summary>
    internal DibKernelNames Names { get; }

    /// <summary>All lines that start a cell, whether or not it has a text.</summary>
    internal ImmutableArray<DibSeparator> Separators { get; }

    /// <summary>Reads a notebook from text.</summary>
    /// <exception cref="DibFormatException">The text is no notebook.</exception>
    public static DibDocument Parse(string text, string fileName = "notebook") =>
        Parse(Encoding.UTF8.GetBytes(text), fileName);

    /// <summary>Reads a notebook from the bytes of a file.</summary>
    /// <exception cref="DibFormatException">The bytes are no notebook.</exception>
    public static DibDocument Parse(ReadOnlyMemory<byte> bytes, string fileName = "notebook")
    {
        if (bytes.Length > NotebookFormat.MaxBytes)
            throw NotebookFormat.TooLarge(fileName, bytes.Length);
        var copy = bytes.ToArray();
        return new DibDocument(copy, fileName, DibParser.Run(copy, fileName));
    }

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="DibFormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DibDocument Load(string path, string? fileName = null) =>
        Parse(NotebookFormat.ReadBytes(path, fileName ?? path), fileName ?? path);
}
