using System.Collections.Immutable;
using Dib.Running.Notebooks;
using Dib.Running.Runs;

namespace Dib.Live.History;

/// <summary>A kept run, and what is known of how it came about.</summary>
/// <param name="Run">What its file says.</param>
/// <param name="Note">What the host has noted; null for a run that it did not see recorded.</param>
internal sealed record PastRun(KeptRun Run, RunNote? Note)
{
    /// <summary>The run of the same example before it whose knobs are known; null if there is none.</summary>
    internal PastRun? Before { get; init; }

    /// <summary>The knobs it ran with; null where they are not known.</summary>
    internal ImmutableArray<Knob>? Knobs => Note?.Knobs;

    /// <summary>When it began, by the reader's clock.</summary>
    internal DateTimeOffset Began => Run.Began!.Value.ToLocalTime();

    /// <summary>Whether another is the same run, though more may be known of it now.</summary>
    internal bool IsSameAs(PastRun? other) => (Run.Id, Run.Began) == (other?.Run.Id, other?.Run.Began);

    /// <summary>Whether a knob had another value in the run before.</summary>
    internal bool IsChanged(Knob knob) => Before?.Knobs is { } before && !before.Contains(knob);
}
