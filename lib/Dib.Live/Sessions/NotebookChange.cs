using System.Collections.Immutable;

namespace Dib.Live.Sessions;

/// <summary>What has changed since the last time that a page was told.</summary>
/// <param name="Structure">Cells were added, removed or moved: render all.</param>
/// <param name="Notebook">Something about the notebook as a whole: kernel, queue, notice, edits.</param>
/// <param name="Cells">The cells to render anew.</param>
internal sealed record NotebookChange(bool Structure, bool Notebook, ImmutableHashSet<string> Cells)
{
    internal static readonly NotebookChange None = new(false, false, []);

    internal static readonly NotebookChange OfNotebook = new(false, true, []);

    internal static readonly NotebookChange OfStructure = new(true, true, []);

    internal static NotebookChange OfCells(params IEnumerable<string> ids) => new(false, false, [.. ids]);

    internal NotebookChange And(NotebookChange other) =>
        new(Structure || other.Structure, Notebook || other.Notebook, Cells.Union(other.Cells));
}
