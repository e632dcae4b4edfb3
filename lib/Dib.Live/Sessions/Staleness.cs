using Dib.Live.Cells;
using Dib.Live.Dependencies;

namespace Dib.Live.Sessions;

/// <summary>Which cells are out of date, by what they depend on. The session's lock guards it.</summary>
internal sealed class Staleness(CellList cells)
{
    private CellGraph _graph = CellGraph.Empty;

    /// <summary>Marks what an edit makes stale: that is by what depended on what before it, and by what does after.</summary>
    /// <param name="edit">Gives the cells whose own text changed, or that are gone.</param>
    internal NotebookChange MarkAround(Func<IEnumerable<string>> edit)
    {
        var before = cells.All.Any(cell => cell.HasRun) ? Graph() : null;
        var edited = edit();
        return before is null ? NotebookChange.None : Mark(before.Affected(Graph(), edited));
    }

    /// <summary>Marks what depends on a cell, but not the cell itself.</summary>
    internal NotebookChange MarkDependents(string id)
    {
        var dependents = Graph().WithDependents([id]);
        dependents.Remove(id);
        return Mark(dependents);
    }

    /// <summary>The stale cells among those that depend on this one, and itself if it is stale; in the order to run them.</summary>
    internal IReadOnlyList<string> After(string id)
    {
        var dependents = Graph().WithDependents([id]);
        return [.. cells.All.Where(cell => cell.IsStale && dependents.Contains(cell.Id)).Select(cell => cell.Id)];
    }

    /// <summary>Whether all that a text in a cell's place depends on has run.</summary>
    internal bool KnowsAllAbove(string id, string text)
    {
        var above = cells.All.TakeWhile(cell => cell.Id != id).Select(Source);
        var graph = _graph.For([.. above, new CellSource(id, "csharp", text)]);
        return graph.DependenciesOf(id).All(other => cells.Find(other)?.Settled == CellStatus.Done);
    }

    private CellGraph Graph() => _graph = _graph.For([.. cells.All.Select(Source)]);

    private NotebookChange Mark(IReadOnlySet<string> ids)
    {
        var stale = cells.All.Where(cell => ids.Contains(cell.Id) && cell.HasRun).ToArray();
        foreach (var cell in stale)
            cell.IsStale = true;
        return NotebookChange.OfCells(stale.Select(cell => cell.Id));
    }

    private static CellSource Source(CellModel cell) => new(cell.Id, cell.Kind, cell.Text);
}
