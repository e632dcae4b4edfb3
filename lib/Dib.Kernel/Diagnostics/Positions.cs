using Dib.Protocol;
using RoslynPosition = Microsoft.CodeAnalysis.Text.LinePosition;
using RoslynSpan = Microsoft.CodeAnalysis.Text.LinePositionSpan;

namespace Dib.Kernel.Diagnostics;

/// <summary>Places in code, from how the compiler counts them to how the protocol does.</summary>
internal static class Positions
{
    internal static LinePositionSpan ToProtocol(this RoslynSpan span) =>
        new(span.Start.ToProtocol(), span.End.ToProtocol());

    private static LinePosition ToProtocol(this RoslynPosition position) => new(position.Line, position.Character);
}
