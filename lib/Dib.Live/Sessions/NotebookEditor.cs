using Dib.Live.Cells;

namespace Dib.Live.Sessions;

/// <summary>What readers change in a notebook. An id that is gone is ignored: another page deleted that cell.</summary>
internal sealed class NotebookEditor(SessionState state, EditKeeper keeper, OutputKeeper outputs)
{
    /// <summary>Gives a cell another text.</summary>
    internal void SetText(string id, string text) =>
        Edit(
            id,
            cell =>
            {
                var newText = Lines(text);
                if (newText == cell.Text)
                    return null;
                state.Cells.SetText(cell, newText);
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
            if (state.Cells.AllAndDeleted.FirstOrDefault(each => each.Id == id) is not { } cell)
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
            var cell = state.Cells.Find(id);
            if (cell?.Text == text)
                return ([], NotebookChange.None);
            if (cell?.Text != known)
            {
                var at = cell is null ? state.Cells.All.Count : state.Cells.IndexOf(id) + 1;
                cell = state.Cells.Insert(at, cell?.Kind ?? "csharp", text);
                state.Say(
                    $"What was typed last, before the page was closed, is in the new cell {at + 1}: its own cell has changed since.",
                    isProblem: true,
                    holdsUntilRun: false
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
                state.Cells.SetKind(cell, kind);
                if (!cell.CanRun)
                    state.Queue.Remove(cell);
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
                state.Cells.Delete(cell);
                state.Queue.Remove(cell);
                return NotebookChange.OfStructure;
            }
        );

    /// <summary>Undoes the last change but typing, and gives the id of its cell; null when there is none.</summary>
    internal string? Undo()
    {
        CellModel? cell = null;
        Edit(() =>
        {
            cell = state.Cells.Undo();
            return cell is null ? ([], NotebookChange.None) : ([cell.Id], NotebookChange.OfStructure);
        });
        // Cleared outputs may be back.
        outputs.Keep();
        return cell?.Id;
    }

    /// <summary>Changes something, and marks what that makes stale.</summary>
    /// <param name="edit">Gives the cells whose own text changed, or that are gone, and what to draw anew.</param>
    internal void Edit(Func<(IEnumerable<string> Edited, NotebookChange Change)> edit) =>
        state.Change(() =>
        {
            state.Touch();
            var change = NotebookChange.None;
            var stale = state.Staleness.MarkAround(() =>
            {
                (var edited, change) = edit();
                return edited;
            });
            keeper.KeepSoon();
            return change.And(stale);
        });

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private string Insert(string? id, int offset, string kind)
    {
        var inserted = "";
        Edit(() =>
        {
            var at = state.Cells.IndexOf(id) is var index and >= 0 ? index + offset : state.Cells.All.Count;
            inserted = state.Cells.Insert(at, kind, "").Id;
            return ([], NotebookChange.OfStructure);
        });
        return inserted;
    }

    private void Move(string id, int by) =>
        Edit(() => ([], state.Cells.Move(id, by) ? NotebookChange.OfStructure : NotebookChange.None));

    private void Edit(string id, Func<CellModel, NotebookChange?> edit) =>
        Edit(() =>
            state.Cells.Find(id) is { } cell && edit(cell) is { } change ? ([id], change) : ([], NotebookChange.None)
        );
}
