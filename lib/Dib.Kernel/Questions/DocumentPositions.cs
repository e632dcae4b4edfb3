using Dib.Protocol;
using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Questions;

/// <summary>Places in a document, as the protocol counts them.</summary>
internal static class DocumentPositions
{
    /// <summary>The offset of a place; of the nearest there is, when the editor is ahead of the code it sent.</summary>
    internal static async Task<int> OffsetOfAsync(this Document document, LinePosition at)
    {
        var text = await document.GetTextAsync();
        var line = text.Lines[Math.Clamp(at.Line, 0, text.Lines.Count - 1)];
        return Math.Clamp(line.Start + at.Character, line.Start, line.End);
    }
}
