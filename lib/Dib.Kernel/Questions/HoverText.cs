using Dib.Kernel.Diagnostics;
using Dib.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.QuickInfo;
using LinePosition = Dib.Protocol.LinePosition;

namespace Dib.Kernel.Questions;

/// <summary>What stands at a place: its declaration and the first words of its documentation.</summary>
internal static class HoverText
{
    internal static async Task<IEnumerable<KernelEvent>> FindAsync(Document document, LinePosition at)
    {
        var service = QuickInfoService.GetService(document)!;
        var info = await service.GetQuickInfoAsync(document, await document.OffsetOfAsync(at), CancellationToken.None);
        if (info is null)
            return [];
        var text = await document.GetTextAsync();
        return
        [
            new HoverTextProduced(
                [new("text/markdown", ToMarkdown(info))],
                text.Lines.GetLinePositionSpan(info.Span).ToProtocol()
            ),
        ];
    }

    private static string ToMarkdown(QuickInfoItem info) =>
        string.Join(
            "\r\n> ",
            new[] { QuickInfoSectionKinds.Description, QuickInfoSectionKinds.DocumentationComments }
                .Select(kind =>
                    info.Sections.FirstOrDefault(section =>
                        string.Equals(section.Kind, kind, StringComparison.Ordinal)
                    )?.Text
                )
                .Where(text => !string.IsNullOrEmpty(text))
        );
}
