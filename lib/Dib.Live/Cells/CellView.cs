using System.Collections.Immutable;
using Dib.Running.Execution;

namespace Dib.Live.Cells;

/// <summary>A cell of an open notebook at one moment.</summary>
/// <param name="Id">The cell's name as long as the notebook is open, wherever it moves; fit for HTML.</param>
/// <param name="Number">Its place in the notebook, from one.</param>
/// <param name="Kind">Its kernel's name: <c>csharp</c>, <c>markdown</c>, <c>html</c> ...</param>
internal sealed record CellView(string Id, int Number, string Kind, string Text)
{
    /// <summary>Where it stands; null for a cell that cannot be run (markdown, mermaid).</summary>
    internal CellStatus? Status { get; init; }

    /// <summary>Whether this is the cell of knobs.</summary>
    internal bool IsKnobs { get; init; }

    /// <summary>When the run that is under way began.</summary>
    internal DateTimeOffset? Started { get; init; }

    /// <summary>How long the last run took that has ended.</summary>
    internal TimeSpan? Elapsed { get; init; }

    /// <summary>How long the run before that one took.</summary>
    internal TimeSpan? PreviousElapsed { get; init; }

    /// <summary>What the last run put out; it grows while the cell runs.</summary>
    internal ImmutableArray<OutputView> Outputs { get; init; } = [];

    /// <summary>What the cell asks its reader now, and waits for; null when nothing.</summary>
    internal InputRequest? Input { get; init; }

    /// <summary>Whether the outputs are from a kernel that is gone, or from an earlier session: to be shown greyed.</summary>
    internal bool OutputsAreOld { get; init; }

    /// <summary>Why the last run failed.</summary>
    internal CellFailure? Failure { get; init; }
}
