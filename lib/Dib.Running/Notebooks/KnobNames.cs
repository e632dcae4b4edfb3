using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Running.Notebooks;

/// <summary>What a knobs cell lets the reader set: the variables that it declares.</summary>
internal static class KnobNames
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    internal static ImmutableArray<string> DeclaredBy(string code) =>
        [
            .. CSharpSyntaxTree
                .ParseText(code, Script)
                .GetCompilationUnitRoot()
                .Members.OfType<FieldDeclarationSyntax>()
                .SelectMany(field => field.Declaration.Variables)
                .Select(variable => variable.Identifier.ValueText),
        ];
}
