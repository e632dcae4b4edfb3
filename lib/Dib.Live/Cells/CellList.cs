using Dib.Format;

namespace Dib.Live.Cells;

/// <summary>A notebook's cells in order, and those that were deleted. The session's lock guards it.</summary>
internal sealed class CellList
{
    private readonly List<CellModel> _cells = [];
    private readonly Stack<(CellModel Cell, int Index)> _deleted = [];
    private int _lastId;

    internal IReadOnlyList<CellModel> All => _cells;

    internal IEnumerable<CellModel> AllAndDeleted => _cells.Concat(_deleted.Select(each => each.Cell));

    /// <summary>The cells that a file keeps: like every editor, it keeps none that is empty.</summary>
    internal IEnumerable<CellModel> Lasting => _cells.Where(cell => cell.Text.Trim('\n').Length > 0);

    /// <summary>What <see cref="Undo"/> would bring back; null when nothing.</summary>
    internal string? CanUndo => _deleted.TryPeek(out var last) ? $"the deleted cell {last.Index + 1}" : null;

    internal CellModel? Find(string? id) => _cells.Find(cell => cell.Id == id);

    internal int IndexOf(string? id) => _cells.FindIndex(cell => cell.Id == id);

    /// <summary>Inserts a cell that the file does not have.</summary>
    internal CellModel Insert(int index, string kind, string text)
    {
        var cell = New(kind, text);
        _cells.Insert(index, cell);
        return cell;
    }

    /// <summary>Moves a cell up or down; false when there is no such place.</summary>
    internal bool Move(string id, int by)
    {
        var from = IndexOf(id);
        if (from < 0 || from + by < 0 || from + by >= _cells.Count)
            return false;
        (_cells[from], _cells[from + by]) = (_cells[from + by], _cells[from]);
        return true;
    }

    internal void Delete(CellModel cell)
    {
        _deleted.Push((cell, _cells.IndexOf(cell)));
        _cells.Remove(cell);
    }

    /// <summary>Brings back the cell that was deleted last; null when there is none.</summary>
    internal CellModel? Undo()
    {
        if (!_deleted.TryPop(out var last))
            return null;
        _cells.Insert(Math.Min(last.Index, _cells.Count), last.Cell);
        return last.Cell;
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

    private CellModel New(string kind, string text) => new($"c{++_lastId}", kind, text);
}
