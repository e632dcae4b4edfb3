using System.Collections.Immutable;
using System.Globalization;
using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Host.Exports.Programs;

/// <summary>A C# cell, taken apart into what stands at different places of a program.</summary>
/// <param name="Directives">Its lines for the kernel, such as <c>#r</c> and <c>#!import</c>.</param>
/// <param name="Usings">Its using directives, which a program has at its top.</param>
/// <param name="Body">Its statements, variables and methods, as top-level statements and local functions.</param>
/// <param name="Types">Its types, which a program has at its end.</param>
/// <param name="Names">What it declares, with the lines in the cell counted from zero.</param>
internal sealed record ProgramCell(
    ImmutableArray<string> Directives,
    ImmutableArray<string> Usings,
    string Body,
    string Types,
    ImmutableArray<(string Name, int Line)> Names
)
{
    /// <summary>Takes a cell apart.</summary>
    /// <param name="isImported">Whether another notebook imports it: then only what it declares comes along.</param>
    /// <exception cref="ProgramException">The cell is none of a program.</exception>
    internal static ProgramCell Read(string text, bool isImported)
    {
        var lines = text.Split('\n');
        var tree = ScriptSyntax.Parse(string.Join('\n', lines.Select(line => IsDirective(line) ? "" : line)));
        if (tree.GetDiagnostics().FirstOrDefault() is { } error)
            throw new ProgramException(
                LineOf(error.Location),
                $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}"
            );
        var root = tree.GetCompilationUnitRoot();
        MemberDeclarationSyntax[] members =
        [
            .. root.Members.Where(member => !isImported || member is not GlobalStatementSyntax),
        ];
        var types = members.Where(IsType).ToArray();
        return new ProgramCell(
            [.. lines.Where(IsDirective)],
            [.. root.Usings.Select(directive => directive.ToFullString().Trim())],
            string.Concat(
                    members
                        .Except(types)
                        .Select(ProgramStatement.Of)
                        .Append(root.EndOfFileToken.LeadingTrivia.ToFullString())
                )
                .Trim('\n'),
            string.Join("\n\n", types.Select(type => type.ToFullString().Trim())),
            [.. members.SelectMany(DeclaredNames.In).Select(name => (name.ValueText, LineOf(name.GetLocation())))]
        );
    }

    internal static bool IsDirective(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || line.Split(' ')[0] is "#r" or "#i" or "#load";

    private static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line;
}
