using System.Collections.Immutable;

namespace Dib.Live.Dependencies;

/// <summary>Which cells of a notebook depend on which, read from top to bottom.</summary>
internal sealed class CellGraph
{
    internal static readonly CellGraph Empty = new([]);

    private readonly ImmutableArray<CellAnalysis> _cells;
    private readonly Dictionary<string, ImmutableHashSet<string>> _dependencies;

    private CellGraph(ImmutableArray<CellAnalysis> cells)
    {
        _cells = cells;
        _dependencies = cells.ToDictionary(cell => cell.Source.Id, cell => cell.Dependencies, StringComparer.Ordinal);
    }

    /// <summary>The cells that a cell depends on directly.</summary>
    internal ImmutableHashSet<string> DependenciesOf(string id) => _dependencies.GetValueOrDefault(id, []);

    /// <summary>The graph of these cells; what is above the first change is not looked at again.</summary>
    internal CellGraph For(IReadOnlyList<CellSource> sources)
    {
        var same = _cells.Zip(sources).TakeWhile(pair => pair.First.Source == pair.Second).Count();
        if (same == _cells.Length && same == sources.Count)
            return this;
        var cells = _cells[..same].ToBuilder();
        foreach (var source in sources.Skip(same))
            cells.Add(CellAnalysis.Of(source, cells));
        return new CellGraph(cells.ToImmutable());
    }

    /// <summary>These cells, and all that depend on them, directly or not.</summary>
    internal HashSet<string> WithDependents(IEnumerable<string> ids)
    {
        var found = ids.ToHashSet(StringComparer.Ordinal);
        // A cell depends on cells above it only, so one look from top to bottom is enough.
        foreach (var cell in _cells)
        {
            if (cell.Dependencies.Overlaps(found))
                found.Add(cell.Source.Id);
        }
        return found;
    }

    /// <summary>The cells that are not what they were after an edit that led from this graph to another.</summary>
    /// <param name="edited">The cells whose own text changed, or that are gone.</param>
    internal IReadOnlySet<string> Affected(CellGraph after, IEnumerable<string> edited)
    {
        var rebound = after
            ._dependencies.Where(cell =>
                _dependencies.TryGetValue(cell.Key, out var before) && !before.SetEquals(cell.Value)
            )
            .Select(cell => cell.Key);
        string[] changed = [.. edited, .. rebound];
        var affected = WithDependents(changed);
        affected.UnionWith(after.WithDependents(changed));
        return affected;
    }
}
