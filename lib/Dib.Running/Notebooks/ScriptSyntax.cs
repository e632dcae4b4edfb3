using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Running.Notebooks;

/// <summary>Reads cells as C# scripts, as the kernel does.</summary>
internal static class ScriptSyntax
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The namespaces that a cell's names come from without a using of its own.</summary>
    internal static ImmutableArray<string> DefaultUsings { get; } =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
    ];

    internal static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, Script);

    /// <summary>The variables that a cell declares.</summary>
    internal static IEnumerable<(FieldDeclarationSyntax Field, VariableDeclaratorSyntax Variable)> VariablesIn(
        SyntaxTree cell
    ) =>
        from field in cell.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
        from variable in field.Declaration.Variables
        select (field, variable);
}
