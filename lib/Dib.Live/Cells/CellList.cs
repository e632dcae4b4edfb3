using Dib.Format;

namespace Dib.Live.Cells;

/// <summary>A notebook's cells in order, and those that were deleted. The session's lock guards it.</summary>
internal sealed class CellList
{
    private readonly List<CellModel> _cells = [];
    private readonly List<CellModel> _deleted = [];
    private readonly Stack<Undoable> _changes = [];
    private int _lastId;

    internal IReadOnlyList<CellModel> All => _cells;

    internal IEnumerable<CellModel> AllAndDeleted => _cells.Concat(_deleted);

    /// <summary>The cells that a file keeps: like every editor, it keeps none that is empty.</summary>
    internal IEnumerable<CellModel> Lasting => _cells.Where(cell => cell.Text.Trim('\n').Length > 0);

    /// <summary>What <see cref="Undo"/> would undo; null when nothing.</summary>
    internal string? CanUndo => _changes.TryPeek(out var last) ? last.What : null;

    internal CellModel? Find(string? id) => _cells.Find(cell => cell.Id == id);

    internal int IndexOf(string? id) => _cells.FindIndex(cell => cell.Id == id);

    /// <summary>Inserts a cell that the file does not have.</summary>
    internal CellModel Insert(int index, string kind, string text)
    {
        var cell = New(kind, text);
        _cells.Insert(index, cell);
        // What has been typed into it since is not lost.
        Remember(cell, "the new cell", () => cell.Text.Length == 0 && _cells.Remove(cell));
        return cell;
    }

    /// <summary>Moves a cell up or down; false when there is no such place.</summary>
    internal bool Move(string id, int by)
    {
        var from = IndexOf(id);
        if (from < 0 || from + by < 0 || from + by >= _cells.Count)
            return false;
        var cell = _cells[from];
        Remember(cell, "the move of cell", () => _cells.Remove(cell) && PutBack(cell, from));
        (_cells[from], _cells[from + by]) = (_cells[from + by], cell);
        return true;
    }

    internal void SetKind(CellModel cell, string kind)
    {
        var before = cell.Kind;
        Remember(cell, "the kind of cell", () => (cell.Kind = before) == before);
        cell.Kind = kind;
    }

    /// <summary>Gives a cell another text, as a knob does; what is typed, the editor undoes itself.</summary>
    internal void SetText(CellModel cell, string text)
    {
        var before = cell.Text;
        Remember(cell, "the knob in cell", () => cell.Text == text && (cell.Text = before) == before);
        cell.Text = text;
    }

    /// <summary>Clears what cells show of runs that have ended, and gives those that showed something.</summary>
    internal IReadOnlyList<CellModel> ClearOutputs(IEnumerable<CellModel> cells)
    {
        var cleared = cells
            .Select(cell => (Cell: cell, Undo: cell.ClearOutputs()))
            .Where(each => each.Undo is not null)
            .ToArray();
        if (cleared is [var first, ..])
            Remember(
                first.Cell,
                cleared.Length == 1
                    ? "the cleared output of cell"
                    : $"the cleared outputs of {cleared.Length} cells, from cell",
                () => cleared.Aggregate(false, (isUndone, each) => each.Undo!() || isUndone)
            );
        return [.. cleared.Select(each => each.Cell)];
    }

    internal void Delete(CellModel cell)
    {
        var index = _cells.IndexOf(cell);
        Remember(cell, "the deleted cell", () => _deleted.Remove(cell) && PutBack(cell, index));
        _deleted.Add(cell);
        _cells.Remove(cell);
    }

    /// <summary>Undoes the last change that still can be, and gives its cell; null when there is none.</summary>
    internal CellModel? Undo()
    {
        while (_changes.TryPop(out var last))
        {
            if (last.Undo())
                return last.Cell;
        }
        return null;
    }

    /// <summary>Takes other cells; those that are the same stay what they are. Gives those that are gone.</summary>
    internal List<CellModel> Replace(IEnumerable<DibCellEdit> cells)
    {
        var before = _cells.ToList();
        ForgetPlaces();
        _cells.Clear();
        foreach (var (kind, text, index) in cells)
        {
            var cell =
                before.Find(other => other.Kind == kind && other.Text.Trim('\n') == text.Trim('\n')) ?? New(kind, text);
            before.Remove(cell);
            cell.FileIndex = index;
            _cells.Add(cell);
        }
        return before;
    }

    /// <summary>Says that the file has these cells now, in this order, and no others.</summary>
    internal void Place(IEnumerable<CellModel> saved)
    {
        ForgetPlaces();
        foreach (var (i, cell) in saved.Index())
            cell.FileIndex = i;
    }

    // Deleted cells too: brought back, they are new to the file.
    private void ForgetPlaces()
    {
        foreach (var cell in AllAndDeleted)
            cell.FileIndex = null;
    }

    private void Remember(CellModel cell, string what, Func<bool> undo) =>
        _changes.Push(new Undoable($"{what} {_cells.IndexOf(cell) + 1}", cell, undo));

    private bool PutBack(CellModel cell, int index)
    {
        _cells.Insert(Math.Min(index, _cells.Count), cell);
        return true;
    }

    private CellModel New(string kind, string text) => new($"c{++_lastId}", kind, text);
}
