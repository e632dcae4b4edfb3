using System.Net;
using System.Text;
using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Running.Pages;

/// <summary>Marks up C# by what the compiler's own parser makes of it.</summary>
internal static class CSharpHighlighter
{
    /// <summary>The code's lines as HTML; no element reaches over the end of a line.</summary>
    internal static string[] Lines(string code)
    {
        var html = new StringBuilder();
        foreach (var token in ScriptSyntax.Parse(code).GetRoot().DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, token.Text, ClassOf(token));
            Append(html, token.TrailingTrivia);
        }
        return html.ToString().Split('\n');
    }

    private static void Append(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
            Append(html, piece.ToFullString(), ClassOf(piece));
    }

    private static void Append(StringBuilder html, string text, string? style)
    {
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (i > 0)
                html.Append('\n');
            var encoded = WebUtility.HtmlEncode(line);
            html.Append(style is null || line.Length == 0 ? encoded : $"<span class=\"{style}\">{encoded}</span>");
        }
    }

    private static string? ClassOf(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia) ? "magic"
        : trivia.Kind()
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia
            ? "comment"
        : null;

    private static string? ClassOf(SyntaxToken token) =>
        token.IsKeyword() ? "keyword"
        : token.IsKind(SyntaxKind.NumericLiteralToken) ? "number"
        : IsString(token.Kind()) ? "string"
        : token.IsKind(SyntaxKind.IdentifierToken) ? ClassOfName(token.Parent)
        : null;

    private static bool IsString(SyntaxKind kind) =>
        kind.ToString() is var name
        && (
            name.Contains("StringLiteral", StringComparison.Ordinal)
            || name.StartsWith("Interpolated", StringComparison.Ordinal)
            || kind == SyntaxKind.CharacterLiteralToken
        );

    private static string? ClassOfName(SyntaxNode? node) =>
        node switch
        {
            IdentifierNameSyntax { IsVar: true } => "keyword",
            BaseTypeDeclarationSyntax => "type",
            SimpleNameSyntax name when IsType(name) => "type",
            _ => null,
        };

    // Without the meaning of names at hand: a name where a type must stand, or one in capitals before a dot.
    private static bool IsType(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name && char.IsUpper(name.Identifier.Text[0]),
            VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax => true,
            ArrayTypeSyntax or NullableTypeSyntax or BaseTypeSyntax or TypeOfExpressionSyntax => true,
            ObjectCreationExpressionSyntax or DeclarationPatternSyntax or CatchDeclarationSyntax => true,
            MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax => true,
            CastExpressionSyntax cast => cast.Type == name,
            ForEachStatementSyntax loop => loop.Type == name,
            _ => false,
        };
}
