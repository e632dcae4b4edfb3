using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Host.Exports.Programs;

/// <summary>The names that a part of a cell declares for the cells after it.</summary>
internal static class DeclaredNames
{
    internal static IEnumerable<SyntaxToken> In(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier),
            MethodDeclarationSyntax method => [method.Identifier],
            BaseTypeDeclarationSyntax type => [type.Identifier],
            DelegateDeclarationSyntax type => [type.Identifier],
            // var (a, b) = ..., and F(out var c).
            GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement } => statement
                .DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
                .OfType<SingleVariableDesignationSyntax>()
                .Select(variable => variable.Identifier),
            _ => [],
        };
}
