using System.Collections.Immutable;
using Dib.Format;
using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>What running one cell gave.</summary>
/// <param name="Index">The cell's number among all cells of the notebook, from one.</param>
internal sealed record CellResult(int Index, DibCell Cell, CellState State)
{
    internal TimeSpan Elapsed { get; init; }

    internal ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>The outputs, and the failure as the last of them.</summary>
    internal IEnumerable<CellOutput> AllOutputs =>
        Failure is null ? Outputs : Outputs.Append(new CellOutput(OutputKind.Error, "text/plain", Failure.Details));

    internal CellFailure? Failure { get; init; }

    /// <summary>What the command line set right after this cell.</summary>
    internal ImmutableArray<Knob> Knobs { get; init; } = [];
}
