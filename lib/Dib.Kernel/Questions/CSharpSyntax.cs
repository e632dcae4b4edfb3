using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Kernel.Questions;

/// <summary>What can be read off a cell's code.</summary>
internal static class CSharpSyntax
{
    internal static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Whether the code ends where a statement may end.</summary>
    internal static bool IsComplete(string code) =>
        SyntaxFactory.IsCompleteSubmission(SyntaxFactory.ParseSyntaxTree(code, Script));

    /// <summary>Whether a cell ends in an expression without a semicolon that has a value.</summary>
    internal static bool HasResult(Compilation compilation)
    {
        // Files that the cell loads come before it.
        var cell = compilation.SyntaxTrees.Last();
        return cell.GetRoot() is CompilationUnitSyntax { Members: [.., GlobalStatementSyntax last] }
            && last.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement
            && compilation.GetSemanticModel(cell).GetTypeInfo(statement.Expression).Type
                is not { SpecialType: SpecialType.System_Void };
    }
}
