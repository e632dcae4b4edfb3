using System.Collections.Immutable;
using Dib.Live.Cells;
using Dib.Running.Execution;

namespace Dib.Live.Sessions;

/// <summary>An open notebook at one moment: what a page shows.</summary>
internal sealed record NotebookView(string Name, string Title, ImmutableArray<CellView> Cells)
{
    internal KernelStatus Kernel { get; init; }

    /// <summary>The cell that runs.</summary>
    internal string? Running { get; init; }

    /// <summary>Of the cells asked for since the queue was last empty, how many have ended.</summary>
    internal int RunDone { get; init; }

    /// <summary>How many cells were asked for since the queue was last empty.</summary>
    internal int RunOf { get; init; }

    /// <summary>The newest sentence about the notebook as a whole.</summary>
    internal Notice? Notice { get; init; }

    /// <summary>What is told of the kernel for as long as it lives.</summary>
    internal Notice? KernelNotice { get; init; }

    /// <summary>Whether the file lacks edits.</summary>
    internal bool HasEdits { get; init; }

    /// <summary>What <c>Undo</c> would undo, such as <c>the move of cell 4</c>; null when nothing.</summary>
    internal string? CanUndo { get; init; }

    /// <summary>What the notebook's variable <c>run</c> said after the last run.</summary>
    internal RunTotals Totals { get; init; } = RunTotals.None;

    /// <summary>The cell with this id; null when it is gone.</summary>
    internal CellView? Find(string id) => Cells.FirstOrDefault(cell => cell.Id == id);
}
