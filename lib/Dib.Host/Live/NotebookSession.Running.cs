namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly Queue<CellModel> _queue = [];
    private CellModel? _running;
    private CellModel? _next;
    private int _runDone;
    private int _runOf;

    /// <summary>Queues cells to run one after the other; one that fails drops those behind it.</summary>
    internal void Run(params IEnumerable<string> ids)
    {
        Change(() =>
        {
            var added = ids.Select(Find).OfType<CellModel>().Where(CanQueue).Distinct().ToArray();
            LastUsed = _time.GetTimestamp();
            if (!IsBusy)
                (_runDone, _runOf) = (0, 0);
            _runOf += added.Length;
            foreach (var cell in added)
            {
                cell.IsQueued = true;
                _queue.Enqueue(cell);
            }
            if (added.Length > 0 && !_isDraining)
            {
                _isDraining = true;
                _draining = Task.Run(DrainAsync);
            }
            return NotebookChange.OfCells(added.Select(cell => cell.Id)).And(NotebookChange.OfNotebook);
        });
    }

    internal void RunAll() => Run(View.Cells.Select(cell => cell.Id));

    /// <summary>Runs this cell and all below it.</summary>
    internal void RunFrom(string id) => Run(View.Cells.Select(cell => cell.Id).SkipWhile(other => other != id));

    /// <summary>Runs all cells above this one, and this one.</summary>
    internal void RunUpTo(string id)
    {
        if (View is { Cells: var cells } && cells.FirstOrDefault(cell => cell.Id == id) is { Number: var number })
            Run(cells.Take(number).Select(cell => cell.Id));
    }

    /// <summary>Next step: runs this cell, or the first below that can be run, and gives the cell to go on with.</summary>
    internal string? Step(string? id)
    {
        var cells = View.Cells;
        var from = Math.Max(0, cells.ToList().FindIndex(cell => cell.Id == id));
        var runnable = cells.Skip(from).Where(cell => cell.Status is not null).Take(2).ToArray();
        if (runnable is [var step, ..])
            Run(step.Id);
        return runnable is [_, var next] ? next.Id : null;
    }

    /// <summary>The stale cells among those that depend on this one, and itself if it is stale; in the order to run them.</summary>
    internal IReadOnlyList<string> StaleAfter(string id)
    {
        lock (_gate)
        {
            var dependents = Graph().WithDependents([id]);
            return [.. _cells.Where(cell => cell.IsStale && dependents.Contains(cell.Id)).Select(cell => cell.Id)];
        }
    }

    private bool IsBusy => _running is not null || _next is not null || _queue.Count > 0;

    // A cell that runs on what has changed since it began runs once more.
    private static bool CanQueue(CellModel cell) =>
        cell is { CanRun: true, IsQueued: false } && (cell.Run is null || cell.IsStale);

    /// <summary>Takes all cells out of the queue that have not begun, and counts them.</summary>
    private int DropQueue()
    {
        var dropped = _queue.Count + (_next is null ? 0 : 1);
        foreach (var cell in _queue.Append(_next).OfType<CellModel>())
            cell.IsQueued = false;
        _queue.Clear();
        _next = null;
        _runOf -= dropped;
        return dropped;
    }

    private void Unqueue(CellModel cell)
    {
        if (!cell.IsQueued)
            return;
        cell.IsQueued = false;
        _runOf--;
        _next = _next == cell ? null : _next;
        var others = _queue.Where(other => other != cell).ToArray();
        _queue.Clear();
        foreach (var other in others)
            _queue.Enqueue(other);
    }
}
