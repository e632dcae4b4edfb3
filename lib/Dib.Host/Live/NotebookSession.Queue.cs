using System.Globalization;
using Dib.Host.Kernels;
using Dib.Host.Running;
using Dib.Protocol;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private Task _draining = Task.CompletedTask;
    private Task _asking = Task.CompletedTask;
    private bool _isDraining;

    private async Task DrainAsync()
    {
        do
        {
            while (TakeNext() is { } cell)
                await RunNextAsync(cell);
            RememberOutputs();
        } while (!IsDrained());
    }

    private CellModel? TakeNext()
    {
        lock (_gate)
            return _next = _queue.TryDequeue(out var next) ? next : null;
    }

    private bool IsDrained()
    {
        lock (_gate)
            return !(_isDraining = _queue.Count > 0);
    }

    private async Task RunNextAsync(CellModel cell)
    {
        var seat = TakeSeat();
        try
        {
            var kernel = await seat.Ready;
            if (Begin(cell, seat) is { } outputs)
                await RunAsync(cell, outputs, seat, kernel);
        }
        catch (KernelException e)
        {
            FailToStart(cell, seat, new CellFailure(e.Message, null, e.Message));
        }
    }

    private LiveOutputs? Begin(CellModel cell, KernelSeat seat)
    {
        LiveOutputs? outputs = null;
        Change(() =>
        {
            // Somebody pressed stop or restart while the kernel started.
            if (_next != cell || _seat != seat)
                return NotebookChange.None;
            _running = cell;
            _next = null;
            outputs = cell.Begin(_time.GetUtcNow());
            var dependents = Graph()
                .WithDependents([cell.Id])
                .Where(id => id != cell.Id)
                .ToHashSet(StringComparer.Ordinal);
            return NotebookChange.OfCells(cell.Id).And(NotebookChange.OfNotebook).And(MarkStale(dependents));
        });
        return outputs;
    }

    private async Task RunAsync(CellModel cell, LiveOutputs outputs, KernelSeat seat, IKernel kernel)
    {
        var start = _time.GetTimestamp();
        CellFailure? failure = null;
        try
        {
            await foreach (var message in kernel.SendAsync(CommandFor(cell)))
            {
                if (message is InputRequested asked)
                    Ask(cell, outputs, kernel, asked);
                else
                    failure = Receive(cell, outputs, message) ?? failure;
            }
        }
        catch (KernelException e)
        {
            Lose(seat, await kernel.Ended);
            failure = new CellFailure(seat.EndedBecause ?? e.Message, null, seat.EndedBecause ?? e.Message);
        }
        End(cell, outputs, failure, _time.GetElapsedTime(start));
        LookAtTotals(kernel);
    }

    private SubmitCode CommandFor(CellModel cell)
    {
        lock (_gate)
        {
            var number = _cells.IndexOf(cell) + 1;
            return new SubmitCode(cell.Text)
            {
                TargetKernelName = cell.Kind,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["cell"] = number.ToString(CultureInfo.InvariantCulture),
                },
            };
        }
    }

    private CellFailure? Receive(CellModel cell, LiveOutputs outputs, KernelEvent message)
    {
        CellFailure? failure = null;
        Change(() =>
        {
            // The kernel was restarted under the cell: nobody wants to hear of that run.
            if (cell.Run != outputs)
                return NotebookChange.None;
            failure = outputs.Receive(message);
            return message is DisplayEvent ? NotebookChange.OfCells(cell.Id) : NotebookChange.None;
        });
        return failure;
    }

    private void End(CellModel cell, LiveOutputs outputs, CellFailure? failure, TimeSpan elapsed) =>
        Change(() =>
        {
            if (cell.Run != outputs)
                return NotebookChange.None;
            var wasStopped = IsStopping && failure is not null;
            var dropped = failure is null ? 0 : DropQueue();
            if (wasStopped && _seat is not null)
                Say(Sentences.Stopped(_droppedByStop + dropped), isProblem: false);
            cell.End(wasStopped && _seat is not null ? new CellFailure("stopped", null, "stopped") : failure, elapsed);
            _running = null;
            _runDone++;
            EndStopping();
            return AllCells;
        });

    private void FailToStart(CellModel cell, KernelSeat seat, CellFailure failure) =>
        Change(() =>
        {
            if (_seat == seat)
                _seat = null;
            if (_next != cell)
                return NotebookChange.OfNotebook;
            _next = null;
            cell.Begin(_time.GetUtcNow());
            cell.End(failure, TimeSpan.Zero);
            DropQueue();
            _runDone++;
            return AllCells;
        });

    // Beside the queue: a value that takes long to write down must not hold up the next cell.
    private void LookAtTotals(IKernel kernel)
    {
        lock (_gate)
        {
            if (_seat?.Kernel == kernel && !IsBusy)
                _asking = Task.WhenAll(_asking, AskForTotalsAsync(kernel));
        }
    }

    private async Task AskForTotalsAsync(IKernel kernel)
    {
        var totals = await Task.Run(() => RunTotals.AskAsync(kernel));
        if (totals == RunTotals.None)
            return;
        Change(() =>
        {
            _totals = totals;
            return NotebookChange.OfNotebook;
        });
        RememberOutputs();
    }
}
