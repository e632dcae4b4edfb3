using System.Collections.Immutable;
using Dib.Live.Cells;
using Dib.Live.History;
using Dib.Protocol;
using Dib.Running.Execution;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Live.Sessions;

/// <summary>Runs the cells of the queue in the notebook's kernel, one after the other.</summary>
internal sealed class QueueWorker(
    SessionState state,
    KernelControl kernels,
    InputRequests inputs,
    OutputKeeper outputs,
    RunHistory history
)
{
    private Task _draining = Task.CompletedTask;
    private Task _concluding = Task.CompletedTask;
    private bool _isDraining;

    /// <summary>Goes to work, unless it is at work. The session's lock guards it.</summary>
    internal void Start()
    {
        if (_isDraining || !state.Queue.HasWaiting)
            return;
        _isDraining = true;
        _draining = Task.Run(DrainAsync);
    }

    /// <summary>Waits until nothing runs any more.</summary>
    internal async Task EndAsync()
    {
        await _draining;
        await _concluding;
    }

    private async Task DrainAsync()
    {
        do
        {
            while (state.Read(state.Queue.TakeNext) is { } cell)
                await RunNextAsync(cell);
            Conclude();
        } while (state.Read(() => _isDraining = state.Queue.HasWaiting));
    }

    private async Task RunNextAsync(CellModel cell)
    {
        var handle = kernels.Take();
        try
        {
            var kernel = await handle.Ready;
            if (Begin(cell, handle) is { } run)
                await RunAsync(cell, run, handle, kernel);
        }
        catch (KernelException e)
        {
            FailToStart(cell, handle, CellFailure.Because(e.Message));
        }
    }

    private OutputBuffer? Begin(CellModel cell, KernelHandle kernel)
    {
        OutputBuffer? run = null;
        state.Change(() =>
        {
            // Somebody pressed stop or restart while the kernel started.
            if (state.Kernel != kernel || !state.Queue.Begin(cell))
                return NotebookChange.None;
            state.TakeBackNotice();
            run = cell.Begin(state.Time.GetUtcNow());
            return NotebookChange
                .OfCells(cell.Id)
                .And(NotebookChange.OfNotebook)
                .And(state.Staleness.MarkDependents(cell.Id));
        });
        return run;
    }

    private async Task RunAsync(CellModel cell, OutputBuffer run, KernelHandle handle, IKernel kernel)
    {
        var (start, began) = (state.Time.GetTimestamp(), state.Time.GetUtcNow());
        var (command, knobs) = CommandFor(cell);
        CellFailure? failure = null;
        try
        {
            await foreach (var message in kernel.SendAsync(command))
            {
                if (message is InputRequested asked)
                    inputs.Ask(cell, run, handle, asked);
                else
                    failure = Receive(cell, run, message) ?? failure;
            }
        }
        catch (KernelException e)
        {
            kernels.Lose(handle, await kernel.Ended);
            failure = CellFailure.Because(handle.EndedBecause ?? e.Message);
        }
        if (failure is null)
            handle.SetKnobs(knobs);
        history.Ran(began, state.Time.GetUtcNow(), handle.Knobs);
        End(cell, run, handle, failure, state.Time.GetElapsedTime(start));
        TellOfAge(handle, kernel);
    }

    private (SubmitCode Command, ImmutableArray<Knob> Knobs) CommandFor(CellModel cell) =>
        state.Read(() =>
            (
                CellProtocol.CommandFor(cell.Kind, cell.Text, state.Cells.IndexOf(cell.Id) + 1),
                Notebook.SetIn(cell.Kind, cell.Text)
            )
        );

    private CellFailure? Receive(CellModel cell, OutputBuffer run, KernelEvent message)
    {
        CellFailure? failure = null;
        state.Change(() =>
        {
            // The kernel was restarted under the cell: nobody wants to hear of that run.
            if (cell.Run != run)
                return NotebookChange.None;
            failure = run.Receive(message);
            return message is DisplayEvent ? NotebookChange.OfCells(cell.Id) : NotebookChange.None;
        });
        return failure;
    }

    private void End(CellModel cell, OutputBuffer run, KernelHandle kernel, CellFailure? failure, TimeSpan elapsed) =>
        state.Change(() =>
        {
            if (cell.Run != run)
                return NotebookChange.None;
            var wasStopped = kernel.IsStopping && failure is not null && state.Kernel is not null;
            var dropped = failure is null ? 0 : state.Queue.Drop();
            if (wasStopped)
                state.Say(Messages.Stopped(kernel.Dropped + dropped), isProblem: false);
            cell.End(wasStopped ? CellFailure.Because("stopped") : failure, elapsed);
            state.Queue.End();
            kernel.Runs++;
            kernel.EndStopping();
            return state.AllCells;
        });

    // Not while others wait to run: a restart would not help them.
    private void TellOfAge(KernelHandle handle, IKernel kernel)
    {
        if (state.Read(() => state.Queue.IsBusy))
            return;
        var held = kernel.MemoryHeld();
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        state.Change(() =>
        {
            state.Say(handle, KernelAge.Notice(held, available, handle.Runs));
            return NotebookChange.OfNotebook;
        });
    }

    private void FailToStart(CellModel cell, KernelHandle kernel, CellFailure failure) =>
        state.Change(() =>
        {
            if (state.Kernel == kernel)
                state.Kernel = null;
            if (!state.Queue.Begin(cell))
                return NotebookChange.OfNotebook;
            cell.Begin(state.Time.GetUtcNow());
            cell.End(failure, TimeSpan.Zero);
            state.Queue.Drop();
            state.Queue.End();
            return state.AllCells;
        });

    private void Conclude()
    {
        var (now, view) = (state.Time.GetUtcNow(), state.View);
        var (kernel, before) = (state.Read(() => state.Kernel?.Kernel), _concluding);
        outputs.Keep();
        // Beside the queue: a value that takes long to write down must not hold up the next cell.
        _concluding = Task.Run(() => ConcludeAsync(before, now, kernel, view));
    }

    // One after the other: each keeps the page as its queue has left it.
    private async Task ConcludeAsync(Task before, DateTimeOffset now, IKernel? kernel, NotebookView view)
    {
        await before;
        var totals = kernel is null ? RunTotals.None : await RunTotals.AskAsync(kernel);
        if (totals != RunTotals.None && totals != state.Read(() => state.Totals))
        {
            state.Change(() =>
            {
                state.Totals = totals;
                return NotebookChange.OfNotebook;
            });
            outputs.Keep();
        }
        var shown = view with { Totals = totals == RunTotals.None ? view.Totals : totals };
        history.Keep(now, () => NotebookExport.ToResult(shown, state.File.Path));
        state.Change(() => NotebookChange.OfNotebook);
    }
}
