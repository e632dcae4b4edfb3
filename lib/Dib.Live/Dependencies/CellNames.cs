using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Live.Dependencies;

/// <summary>The names in a cell that lead out of it.</summary>
internal sealed class CellNames
{
    internal static readonly CellNames None = new();

    /// <summary>The names of a cell that nobody has read.</summary>
    internal static readonly CellNames Unknown = new() { HasUnknown = true, BringsUnknown = true };

    // What the kernel itself offers.
    private static readonly string[] Helpers = ["display", "HTML", "CSS", "javascript", "nameof", "_"];

    private readonly HashSet<SyntaxTree> _uses = [];

    /// <summary>Whether a name is used that no cell declares.</summary>
    internal bool HasUnknown { get; private set; }

    /// <summary>Whether the cell brings names in that cannot be seen.</summary>
    internal bool BringsUnknown { get; private init; }

    /// <summary>The namespaces that the cell has a <c>using</c> for.</summary>
    internal ImmutableHashSet<string> Usings { get; private init; } = [];

    /// <summary>The other names for types that the cell declares.</summary>
    internal ImmutableHashSet<string> Aliases { get; private init; } = [];

    /// <summary>The names that may stand for types, and that the cell does not declare itself.</summary>
    internal HashSet<string> TypeNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The namespaces of the framework's types that the cell uses by their names alone.</summary>
    internal HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Other cells' variables that the cell gives another value.</summary>
    internal HashSet<ISymbol> Assigned { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Other cells' declarations that the cell uses.</summary>
    internal HashSet<ISymbol> Used { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether something is used that stands in another cell's text.</summary>
    internal bool Uses(SyntaxTree other) => _uses.Contains(other);

    internal static CellNames In(string text, CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetCompilationUnitRoot();
        ImmutableHashSet<string> usings =
        [
            .. root
                .Usings.Where(directive => directive.Alias is null)
                .Select(directive => directive.NamespaceOrType.ToString()),
        ];
        var names = new CellNames
        {
            Aliases = [.. root.Usings.Select(directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>()],
            Usings = usings,
            BringsUnknown = usings.Count > 0 || text.Split('\n').Any(ScriptCompilation.IsMagic),
        };
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
            names.Add(name, model);
        names.TypeNames.ExceptWith(names.Aliases);
        return names;
    }

    private void Add(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        ISymbol[] found = info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
        // The compiler does not tell everywhere that a type was meant by another name of it.
        if (IsUnqualified(name) && found.All(each => each is INamedTypeSymbol))
            TypeNames.Add(name.Identifier.ValueText);
        if (found.All(each => each is IErrorTypeSymbol) && IsUnqualified(name))
            HasUnknown |= !Helpers.Contains(name.Identifier.ValueText, StringComparer.Ordinal) && !IsVar(name);
        foreach (var each in found)
            Add(each, name);
    }

    private void Add(ISymbol symbol, SimpleNameSyntax name)
    {
        var trees = symbol.Locations.Select(location => location.SourceTree).OfType<SyntaxTree>();
        foreach (var tree in trees.Where(tree => tree != name.SyntaxTree))
        {
            _uses.Add(tree);
            Used.Add(symbol);
            if (IsAssigned(name))
                Assigned.Add(symbol);
        }
        if (symbol is INamedTypeSymbol { ContainingNamespace: { } space } && IsUnqualified(name))
            Namespaces.Add(space.ToDisplayString());
    }

    private static bool IsVar(SimpleNameSyntax name) => name is IdentifierNameSyntax { IsVar: true };

    private static bool IsUnqualified(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name,
            QualifiedNameSyntax qualified => qualified.Left == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or AliasQualifiedNameSyntax => false,
            _ => true,
        };

    private static bool IsAssigned(SimpleNameSyntax name) =>
        name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression)
                || unary.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression)
                || unary.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword)
                || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
                || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple
                    && assignment.Left == tuple,
            _ => false,
        };
}
