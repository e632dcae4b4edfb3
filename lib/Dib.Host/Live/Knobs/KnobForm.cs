using System.Collections.Immutable;

namespace Dib.Host.Live.Knobs;

/// <summary>The cell of knobs as a form. The cell's text is the truth: the form is read from it and written into it.</summary>
/// <param name="Cell">The id of the cell.</param>
internal sealed record KnobForm(string Cell, ImmutableArray<KnobField> Fields);
