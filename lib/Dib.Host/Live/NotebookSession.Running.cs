using System.Globalization;
using Dib.Host.Kernels;
using Dib.Host.Running;
using Dib.Protocol;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly Queue<CellModel> _queue = [];
    private CellModel? _running;
    private CellModel? _next;
    private Task _draining = Task.CompletedTask;
    private bool _isDraining;
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

    private static bool CanQueue(CellModel cell) => cell is { CanRun: true, IsQueued: false, Run: null };

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
                failure = Receive(cell, outputs, message) ?? failure;
        }
        catch (KernelException e)
        {
            Lose(seat, await kernel.Ended);
            failure = new CellFailure(seat.EndedBecause ?? e.Message, null, seat.EndedBecause ?? e.Message);
        }
        End(cell, outputs, failure, _time.GetElapsedTime(start));
        if (failure is null)
            _ = AskForTotalsAsync(kernel);
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

    private async Task AskForTotalsAsync(IKernel kernel)
    {
        var totals = await RunTotals.AskAsync(kernel);
        Change(() =>
        {
            if (_seat?.Kernel == kernel && totals != RunTotals.None)
                _totals = totals;
            return NotebookChange.OfNotebook;
        });
    }
}
