using System.Collections.Immutable;

namespace Dib.Format;

/// <summary>A notebook as it is in its file, in either format: its cells, and the bytes that they were read from.</summary>
public interface INotebookDocument
{
    /// <summary>The cells that have a text.</summary>
    ImmutableArray<DibCell> Cells { get; }

    /// <summary>The file as it is written.</summary>
    ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gives the notebook these cells: changed, moved, new; those left out are gone, as are cells without a text.</summary>
    /// <exception cref="DibFormatException">The format has no way to write them.</exception>
    INotebookDocument WithCells(IEnumerable<DibCellEdit> cells);
}
