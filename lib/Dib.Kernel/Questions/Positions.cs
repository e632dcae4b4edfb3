using Dib.Protocol;
using Microsoft.CodeAnalysis;
using RoslynPosition = Microsoft.CodeAnalysis.Text.LinePosition;
using RoslynSpan = Microsoft.CodeAnalysis.Text.LinePositionSpan;

namespace Dib.Kernel.Questions;

/// <summary>Places in code, as the compiler and as the protocol count them.</summary>
internal static class Positions
{
    /// <summary>The offset of a place; of the nearest there is, when the editor is ahead of the code it sent.</summary>
    internal static async Task<int> OffsetOfAsync(this Document document, LinePosition at, CancellationToken token)
    {
        var text = await document.GetTextAsync(token);
        var line = text.Lines[Math.Clamp(at.Line, 0, text.Lines.Count - 1)];
        return Math.Clamp(line.Start + at.Character, line.Start, line.End);
    }

    internal static LinePositionSpan ToProtocol(this RoslynSpan span) =>
        new(span.Start.ToProtocol(), span.End.ToProtocol());

    private static LinePosition ToProtocol(this RoslynPosition position) => new(position.Line, position.Character);
}
