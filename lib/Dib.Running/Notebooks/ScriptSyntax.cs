using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Running.Notebooks;

/// <summary>Reads cells as C# scripts, as the kernel does.</summary>
internal static class ScriptSyntax
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    internal static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, Script);

    /// <summary>The variables that a cell declares.</summary>
    internal static IEnumerable<(FieldDeclarationSyntax Field, VariableDeclaratorSyntax Variable)> VariablesIn(
        SyntaxTree cell
    ) =>
        from field in cell.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
        from variable in field.Declaration.Variables
        select (field, variable);
}
