using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>A field, and how the cell's text takes a new value of it.</summary>
/// <param name="Takes">What values there are, as the end of a sentence.</param>
/// <param name="Change">Where to put what for a new value; null when it is none.</param>
internal sealed record Knob(KnobField Field, string Takes, Func<string, TextChange?> Change);
