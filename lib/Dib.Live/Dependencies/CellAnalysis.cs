using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dib.Live.Dependencies;

/// <summary>What the compiler makes of a cell that follows others: which of them it depends on.</summary>
/// <remarks>
/// The libraries that a notebook loads are not looked at. A name that nothing declares may come from any cell above that
/// loads or imports something, or has a <c>using</c> for a namespace, so it depends on all of these. What a cell does to an
/// object that another cell made, other than to assign its variable, is not seen.
/// </remarks>
internal sealed class CellAnalysis
{
    /// <summary>A longer cell is not read: it may declare and use anything.</summary>
    internal const int LongestRead = 200_000;

    private CellAnalysis(
        CellSource source,
        CSharpCompilation? compilation,
        CellNames names,
        IReadOnlyList<CellAnalysis> above
    )
    {
        Source = source;
        Compilation = compilation;
        Names = names;
        Dependencies = [.. above.Where(DependsOn).Select(cell => cell.Source.Id)];
    }

    internal CellSource Source { get; }

    /// <summary>The cells down to this one as a script; null before the first in C#.</summary>
    internal CSharpCompilation? Compilation { get; }

    internal ImmutableHashSet<string> Dependencies { get; }

    private CellNames Names { get; }

    private SyntaxTree? Tree =>
        Names == CellNames.None || Names == CellNames.Unknown ? null : Compilation?.SyntaxTrees[0];

    internal static CellAnalysis Of(CellSource source, IReadOnlyList<CellAnalysis> above)
    {
        var previous = above.Count > 0 ? above[^1].Compilation : null;
        if (source.Kind != "csharp")
            return new CellAnalysis(source, previous, CellNames.None, above);
        if (source.Text.Length > LongestRead)
            return new CellAnalysis(source, previous, CellNames.Unknown, above);
        try
        {
            var compilation = ScriptCompilation.Of(source.Text, previous);
            return new CellAnalysis(source, compilation, CellNames.In(source.Text, compilation), above);
        }
#pragma warning disable CA1031 // What the compiler stumbles over must not keep the cell from running.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new CellAnalysis(source, previous, CellNames.Unknown, above);
        }
    }

    // Of a variable that cells in between give another value, those cells too have made what is used here.
    private bool DependsOn(CellAnalysis above) =>
        (Names.HasUnknown && above.Names.BringsUnknown)
        || (above.Tree is { } tree && Names.Uses(tree))
        || above.Names.Assigned.Overlaps(Names.Used)
        || above.Names.Aliases.Overlaps(Names.TypeNames)
        || above.Names.Usings.Overlaps(Names.Namespaces);
}
