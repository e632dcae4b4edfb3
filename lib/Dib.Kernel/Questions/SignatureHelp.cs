using Dib.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LinePosition = Dib.Protocol.LinePosition;

namespace Dib.Kernel.Questions;

/// <summary>The overloads of the call around a place, and the parameter that the place is at.</summary>
internal static class SignatureHelp
{
    internal static async Task<IEnumerable<KernelEvent>> FindAsync(Document document, LinePosition at)
    {
        var offset = await document.OffsetOfAsync(at);
        var root = await document.GetSyntaxRootAsync();
        var model = await document.GetSemanticModelAsync();
        var arguments = root!
            .FindToken(Math.Max(offset - 1, 0))
            .Parent!.AncestorsAndSelf()
            .OfType<ArgumentListSyntax>()
            .FirstOrDefault(list => list.OpenParenToken.SpanStart < offset);
        return arguments?.Parent is { } call && model is not null ? [Describe(call, arguments, offset, model)] : [];
    }

    private static SignatureHelpProduced Describe(
        SyntaxNode call,
        ArgumentListSyntax arguments,
        int offset,
        SemanticModel model
    )
    {
        var overloads = Overloads(call, model).ToList();
        var parameter = arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < offset);
        var chosen = model.GetSymbolInfo(call).Symbol is { } resolved
            ? overloads.FindIndex(overload => SymbolEqualityComparer.Default.Equals(overload, resolved))
            : overloads.FindIndex(overload => overload.Parameters.Length > parameter);
        return new SignatureHelpProduced([.. overloads.Select(Describe)], Math.Max(chosen, 0), parameter);
    }

    private static IEnumerable<IMethodSymbol> Overloads(SyntaxNode call, SemanticModel model)
    {
        var callee = call is InvocationExpressionSyntax invocation ? invocation.Expression : call;
        var overloads = model.GetMemberGroup(callee).OfType<IMethodSymbol>();
        if (callee is not MemberAccessExpressionSyntax { Expression: var receiver })
            return overloads;
        var isOnType = model.GetSymbolInfo(receiver).Symbol is INamedTypeSymbol;
        return overloads.Where(overload => overload.IsStatic == isOnType);
    }

    private static SignatureInformation Describe(IMethodSymbol overload) =>
        new(
            overload.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Documentation(overload),
            [
                .. overload.Parameters.Select(parameter => new ParameterInformation(
                    parameter.Name,
                    Documentation(parameter)
                )),
            ]
        );

    private static FormattedValue Documentation(ISymbol symbol) =>
        new("text/markdown", XmlDocumentation.ToText(symbol.GetDocumentationCommentXml(expandIncludes: true)));
}
