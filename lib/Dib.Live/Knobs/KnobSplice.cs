using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>A stretch of the cell's text and the code to put there.</summary>
internal sealed record KnobSplice(TextSpan Place, string Code);
