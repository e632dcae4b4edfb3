using System.Collections.Immutable;
using Dib.Running.Notebooks;

namespace Dib.Live.History;

/// <summary>What the host knows of a run that its file does not say.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Knobs">The notebook's knobs while it was recorded.</param>
/// <param name="Page">The notebook's page when its cells had run, as <see cref="PageStore"/> names its parts.</param>
internal sealed record RunNote(string Run, ImmutableArray<Knob> Knobs, ImmutableArray<string> Page);
