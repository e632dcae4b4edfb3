using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>How to run a notebook.</summary>
/// <param name="Knobs">What to set right after the knobs cell.</param>
/// <param name="Timeout">How long a notebook may take.</param>
internal sealed record RunOptions(IReadOnlyList<Knob> Knobs, TimeSpan Timeout);
