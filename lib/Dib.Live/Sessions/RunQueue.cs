using Dib.Live.Cells;

namespace Dib.Live.Sessions;

/// <summary>The cells that are to run, one after the other. The session's lock guards it.</summary>
internal sealed class RunQueue
{
    private readonly List<CellModel> _waiting = [];

    /// <summary>The cell whose turn it is, until its kernel is there.</summary>
    internal CellModel? Next { get; private set; }

    internal CellModel? Running { get; private set; }

    /// <summary>Of the cells asked for since the queue was last empty, how many have ended.</summary>
    internal int Done { get; private set; }

    /// <summary>How many cells were asked for since the queue was last empty.</summary>
    internal int Of { get; private set; }

    internal bool IsBusy => Running is not null || Next is not null || HasWaiting;

    internal bool HasWaiting => _waiting.Count > 0;

    internal void Add(IReadOnlyList<CellModel> cells)
    {
        if (!IsBusy)
            (Done, Of) = (0, 0);
        Of += cells.Count;
        _waiting.AddRange(cells);
        foreach (var cell in cells)
            cell.IsQueued = true;
    }

    /// <summary>Gives the cell whose turn it is now; null when none waits.</summary>
    internal CellModel? TakeNext()
    {
        Next = _waiting.FirstOrDefault();
        _waiting.Remove(Next!);
        return Next;
    }

    /// <summary>Runs the cell whose turn it is; false when it was taken out meanwhile.</summary>
    internal bool Begin(CellModel cell)
    {
        if (Next != cell)
            return false;
        (Running, Next) = (cell, null);
        return true;
    }

    /// <summary>The running cell has ended.</summary>
    internal void End()
    {
        Leave();
        Done++;
    }

    /// <summary>The kernel of the running cell is left: nobody waits for the cell's end.</summary>
    internal void Leave() => Running = null;

    /// <summary>Takes a cell out that has not begun.</summary>
    internal void Remove(CellModel cell)
    {
        if (!cell.IsQueued)
            return;
        cell.IsQueued = false;
        Of--;
        Next = Next == cell ? null : Next;
        _waiting.Remove(cell);
    }

    /// <summary>Takes all cells out that have not begun, and counts them.</summary>
    internal int Drop()
    {
        CellModel[] dropped = [.. _waiting.Prepend(Next).OfType<CellModel>()];
        foreach (var cell in dropped)
            Remove(cell);
        return dropped.Length;
    }
}
