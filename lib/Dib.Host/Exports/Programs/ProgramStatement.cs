using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Host.Exports.Programs;

/// <summary>Makes a top-level statement or a local function of a part of a script.</summary>
internal static class ProgramStatement
{
    // What means something to a member of a class, which a script's are, and nothing to a local one.
    private static readonly SyntaxKind[] KeptModifiers =
    [
        SyntaxKind.AsyncKeyword,
        SyntaxKind.ConstKeyword,
        SyntaxKind.UnsafeKeyword,
    ];

    /// <summary>The same as text, with the comments around it.</summary>
    /// <exception cref="ProgramException">There is no such thing among statements.</exception>
    internal static string Of(MemberDeclarationSyntax member) =>
        member switch
        {
            GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last } =>
                Shown(last),
            GlobalStatementSyntax statement => statement.ToFullString(),
            FieldDeclarationSyntax variable => Local(variable.ReplaceNodes(variable.Declaration.Variables, Assigned)),
            MethodDeclarationSyntax method => Local(method),
            _ => throw new ProgramException(
                member.GetLocation().GetLineSpan().StartLinePosition.Line,
                "a program has no such member outside of a class; make it a method, or put it into a class"
            ),
        };

    // A call may give nothing to show: as a lambda it is the compiler that knows.
    private static string Shown(ExpressionStatementSyntax last) =>
        last.GetLeadingTrivia().ToFullString()
        + (
            last.Expression is AwaitExpressionSyntax
                ? $"{last.Expression.WithoutTrivia()};"
                : $"Show(() => {last.Expression.WithoutTrivia()});"
        )
        + last.Expression.GetTrailingTrivia().ToFullString();

    private static string Local(MemberDeclarationSyntax member) =>
        member
            .WithModifiers([.. member.Modifiers.Where(modifier => KeptModifiers.Contains(modifier.Kind()))])
            .WithLeadingTrivia(member.GetLeadingTrivia())
            .ToFullString();

    // A script's variable has a value from the start.
    private static VariableDeclaratorSyntax Assigned(VariableDeclaratorSyntax _, VariableDeclaratorSyntax variable) =>
        variable.Initializer is null
            ? SyntaxFactory.VariableDeclarator(
                variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space),
                null,
                Default
            )
            : variable;

    private static EqualsValueClauseSyntax Default =>
        SyntaxFactory.EqualsValueClause(
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)
        );
}
