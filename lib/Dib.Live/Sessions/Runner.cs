using Dib.Live.Cells;
using Dib.Live.Frames;

namespace Dib.Live.Sessions;

/// <summary>What a reader asks to run, and to stop.</summary>
internal sealed class Runner(SessionState state, QueueWorker worker)
{
    /// <summary>How long a cell may take to stop after it was asked to.</summary>
    internal static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);

    /// <summary>Queues cells to run one after the other; one that fails drops those behind it.</summary>
    internal void Run(params IEnumerable<string> ids) =>
        state.Change(() =>
        {
            CellModel[] asked = [.. ids.Select(state.Cells.Find).OfType<CellModel>().Where(CanQueue).Distinct()];
            state.Touch();
            Queue(asked);
            worker.Start();
            return NotebookChange.OfCells(asked.Select(cell => cell.Id)).And(NotebookChange.OfNotebook);
        });

    internal void RunAll() => Run(state.View.Cells.Select(cell => cell.Id));

    /// <summary>Runs this cell and all below it.</summary>
    internal void RunFrom(string id) => Run(state.View.Cells.Select(cell => cell.Id).SkipWhile(other => other != id));

    /// <summary>Runs all cells above this one, and this one.</summary>
    internal void RunUpTo(string id)
    {
        if (state.View is { Cells: var cells } view && view.Find(id) is { Number: var number })
            Run(cells.Take(number).Select(cell => cell.Id));
    }

    /// <summary>Next step: runs this cell, or the first below that can be run.</summary>
    /// <returns>The cell that runs, and the one to go on with; null where there is none.</returns>
    internal (string? Ran, string? Next) Step(string? id)
    {
        var cells = state.View.Cells;
        var from = Math.Max(0, cells.ToList().FindIndex(cell => cell.Id == id));
        var runnable = cells.Skip(from).Where(cell => cell.Status is not null).Take(2).ToArray();
        if (runnable is [var step, ..])
            Run(step.Id);
        return (runnable.FirstOrDefault()?.Id, runnable.ElementAtOrDefault(1)?.Id);
    }

    /// <inheritdoc cref="Staleness.After"/>
    internal IReadOnlyList<string> StaleAfter(string id) => state.Read(() => state.Staleness.After(id));

    /// <summary>Asks the running cell to stop, ends the kernel two seconds later, and drops the queue. Asked again, it does not wait.</summary>
    internal void Stop()
    {
        Action? act = null;
        state.Change(() =>
        {
            var dropped = state.Queue.Drop();
            if (state.Queue.Running is null && dropped > 0)
                state.Say(Messages.Dropped(dropped - 1), isProblem: false);
            if (state.Queue.Running is { } cell && state.Kernel is { } kernel)
                act = Stop(cell, kernel, dropped);
            return state.AllCells;
        });
        act?.Invoke();
    }

    private Action Stop(CellModel cell, KernelHandle kernel, int dropped)
    {
        cell.DropInputs();
        if (kernel.IsStopping)
            return () => EndByForce(kernel, cell);
        kernel.BeginStopping(
            dropped,
            state.Time.CreateTimer(_ => EndByForce(kernel, cell), null, TimeToStop, Timeout.InfiniteTimeSpan)
        );
        return () => _ = kernel.Kernel?.CancelAsync();
    }

    private void EndByForce(KernelHandle kernel, CellModel cell)
    {
        var ended = state.Read(() =>
        {
            if (state.Queue.Running != cell || state.Kernel != kernel)
                return null;
            kernel.EndedBecause = Messages.StoppedByForce;
            return kernel.Kernel;
        });
        ended?.Kill();
    }

    // Those that wait already may depend on one that does not, such as a knob that is set again: it comes first.
    private void Queue(CellModel[] cells)
    {
        if (Array.TrueForAll(cells, cell => cell.IsQueued))
            return;
        Array.ForEach(cells, state.Queue.Remove);
        state.Queue.Add(cells);
    }

    // A cell that runs on what has changed since it began runs once more.
    private static bool CanQueue(CellModel cell) => cell.CanRun && (cell.Run is null || cell.IsStale);
}
