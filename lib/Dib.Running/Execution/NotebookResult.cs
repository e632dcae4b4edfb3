using System.Collections.Immutable;
using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>What running one notebook gave.</summary>
internal sealed record NotebookResult(Notebook Notebook, ImmutableArray<CellResult> Cells)
{
    internal TimeSpan Elapsed { get; init; }

    internal RunTotals Totals { get; init; } = RunTotals.None;

    /// <summary>What went wrong, in one sentence with file, cell and line; null when all went well.</summary>
    internal string? Failure { get; init; }

    internal bool TimedOut { get; init; }

    internal bool IsOk => Failure is null;
}
