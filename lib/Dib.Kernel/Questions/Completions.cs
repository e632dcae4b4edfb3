using System.Collections.Immutable;
using Dib.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using CompletionItem = Dib.Protocol.CompletionItem;
using RoslynItem = Microsoft.CodeAnalysis.Completion.CompletionItem;

namespace Dib.Kernel.Questions;

/// <summary>What could be typed at a place.</summary>
internal static class Completions
{
    // An item has several tags; the first of these that it has is its kind.
    private static readonly ImmutableArray<string> Kinds =
    [
        WellKnownTags.Class,
        WellKnownTags.Constant,
        WellKnownTags.Delegate,
        WellKnownTags.Enum,
        WellKnownTags.EnumMember,
        WellKnownTags.Event,
        WellKnownTags.ExtensionMethod,
        WellKnownTags.Field,
        WellKnownTags.Interface,
        WellKnownTags.Keyword,
        WellKnownTags.Label,
        WellKnownTags.Local,
        WellKnownTags.Method,
        WellKnownTags.Namespace,
        WellKnownTags.Operator,
        WellKnownTags.Parameter,
        WellKnownTags.Property,
        WellKnownTags.RangeVariable,
        WellKnownTags.Structure,
        WellKnownTags.TypeParameter,
        WellKnownTags.Snippet,
    ];

    internal static async Task<CompletionsProduced> FindAsync(Document document, LinePosition at)
    {
        var service = CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(
            document,
            await document.OffsetOfAsync(at),
            cancellationToken: CancellationToken.None
        );
        return new CompletionsProduced([.. found.ItemsList.Select(ToProtocol)]);
    }

    private static CompletionItem ToProtocol(RoslynItem item)
    {
        var isGeneric = item.Properties.GetValueOrDefault("IsGeneric") is "True";
        var isMethod = Has(item, WellKnownTags.Method) || Has(item, WellKnownTags.ExtensionMethod);
        var placeholders = (isGeneric, isMethod) switch
        {
            (true, true) => "<$1>($2)",
            (true, false) => "<$1>",
            (false, true) => "($1)",
            _ => "",
        };
        return new CompletionItem(
            isGeneric ? $"{item.DisplayText}<>" : item.DisplayText,
            Kinds.FirstOrDefault(kind => Has(item, kind)),
            item.FilterText,
            item.SortText,
            item.FilterText + placeholders,
            placeholders.Length > 0 ? "snippet" : null,
            Documentation: ""
        );
    }

    private static bool Has(RoslynItem item, string tag) => item.Tags.Contains(tag, StringComparer.Ordinal);
}
