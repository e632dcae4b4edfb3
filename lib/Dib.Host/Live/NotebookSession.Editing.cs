using Dib.Host.Live.Dependencies;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly Stack<(CellModel Cell, int Index)> _deleted = [];
    private CellGraph _graph = CellGraph.Empty;

    private string? CanUndo => _deleted.TryPeek(out var last) ? $"the deleted cell {last.Index + 1}" : null;

    /// <summary>Gives a cell another text. An id that is gone is ignored, here and below: another page deleted that cell.</summary>
    internal void SetText(string id, string text) =>
        Edit(
            id,
            cell =>
            {
                var newText = Lines(text);
                if (newText == cell.Text)
                    return null;
                cell.Text = newText;
                return NotebookChange.OfCells(id).And(NotebookChange.OfNotebook);
            }
        );

    /// <summary>Takes what a page has made of the text that it knew, beside what others have made of it meanwhile.</summary>
    /// <returns>What the cell has now; for a cell that another page deleted, what it has when it is brought back.</returns>
    internal string Merge(string id, string known, string mine)
    {
        var merged = mine;
        Edit(() =>
        {
            if ((Find(id) ?? FindDeleted(id)) is not { } cell)
                return ([], NotebookChange.None);
            merged = TextMerge.Of(Lines(known), cell.Text, Lines(mine));
            if (merged == cell.Text)
                return ([], NotebookChange.None);
            cell.Text = merged;
            return ([id], NotebookChange.OfCells(id).And(NotebookChange.OfNotebook));
        });
        return merged;
    }

    /// <summary>Takes what was typed into a page that was closed before it could say so; a cell that has changed since is left alone.</summary>
    internal void BringBack(string id, string known, string text) =>
        Edit(() =>
        {
            var cell = Find(id);
            if (cell?.Text == text)
                return ([], NotebookChange.None);
            if (cell?.Text != known)
            {
                cell = NewCell(cell?.Kind ?? "csharp", text);
                _cells.Insert(
                    _cells.FindIndex(other => other.Id == id) is var at and >= 0 ? at + 1 : _cells.Count,
                    cell
                );
                Say(
                    $"What was typed last, before the page was closed, is in the new cell {_cells.IndexOf(cell) + 1}: its own cell has changed since.",
                    isProblem: true
                );
            }
            cell.Text = text;
            return ([cell.Id], NotebookChange.OfStructure);
        });

    /// <summary>Inserts an empty cell, and gives its id.</summary>
    internal string InsertAbove(string id, string kind = "csharp") => Insert(id, 0, kind);

    /// <summary>Inserts an empty cell, and gives its id; at the end when no cell is named.</summary>
    internal string InsertBelow(string? id, string kind = "csharp") => Insert(id, 1, kind);

    internal void SetKind(string id, string kind) =>
        Edit(
            id,
            cell =>
            {
                if (cell.Kind == kind)
                    return null;
                cell.Kind = kind;
                if (!cell.CanRun)
                    Unqueue(cell);
                return NotebookChange.OfCells(id).And(NotebookChange.OfNotebook);
            }
        );

    internal void MoveUp(string id) => Move(id, -1);

    internal void MoveDown(string id) => Move(id, +1);

    internal void Delete(string id) =>
        Edit(
            id,
            cell =>
            {
                _deleted.Push((cell, _cells.IndexOf(cell)));
                _cells.Remove(cell);
                Unqueue(cell);
                return NotebookChange.OfStructure;
            }
        );

    /// <summary>Brings back the cell that was deleted last, and gives its id; null when there is none.</summary>
    internal string? Undo()
    {
        string? id = null;
        Edit(() =>
        {
            if (!_deleted.TryPop(out var last))
                return ([], NotebookChange.None);
            id = last.Cell.Id;
            _cells.Insert(Math.Min(last.Index, _cells.Count), last.Cell);
            return ([id], NotebookChange.OfStructure);
        });
        return id;
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private string Insert(string? id, int offset, string kind)
    {
        var inserted = "";
        Edit(() =>
        {
            var at = Find(id) is { } cell ? _cells.IndexOf(cell) + offset : _cells.Count;
            var added = NewCell(kind, "");
            _cells.Insert(at, added);
            inserted = added.Id;
            return ([], NotebookChange.OfStructure);
        });
        return inserted;
    }

    private void Move(string id, int by) =>
        Edit(() =>
        {
            var from = _cells.FindIndex(cell => cell.Id == id);
            if (from < 0 || from + by < 0 || from + by >= _cells.Count)
                return ([], NotebookChange.None);
            (_cells[from], _cells[from + by]) = (_cells[from + by], _cells[from]);
            return ([], NotebookChange.OfStructure);
        });

    private void Edit(string id, Func<CellModel, NotebookChange?> edit) =>
        Edit(() => Find(id) is { } cell && edit(cell) is { } change ? ([id], change) : ([], NotebookChange.None));

    private CellModel? FindDeleted(string id) =>
        _deleted.Select(each => each.Cell).FirstOrDefault(cell => cell.Id == id);

    // What an edit makes stale depends on what depended on what before it, and on what does after.
    private void Edit(Func<(string[] Edited, NotebookChange Change)> edit) =>
        Change(() =>
        {
            LastUsed = _time.GetTimestamp();
            var hasRun = _cells.Exists(cell => cell.HasRun || cell.Run is not null);
            var before = hasRun ? Graph() : CellGraph.Empty;
            var (edited, change) = edit();
            KeepEditsSoon();
            return hasRun ? change.And(MarkStale(before.Affected(Graph(), edited))) : change;
        });

    /// <summary>What depends on what, in the order of now.</summary>
    private CellGraph Graph() =>
        _graph = _graph.For([.. _cells.Select(cell => new CellSource(cell.Id, cell.Kind, cell.Text))]);

    private NotebookChange MarkStale(IReadOnlySet<string> ids)
    {
        var stale = _cells.FindAll(cell => ids.Contains(cell.Id) && (cell.HasRun || cell.Run is not null));
        foreach (var cell in stale)
            cell.IsStale = true;
        return NotebookChange.OfCells(stale.Select(cell => cell.Id));
    }
}
