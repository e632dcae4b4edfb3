using Dib.Host.Kernels;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly Func<string, CancellationToken, Task<IKernel>> _startKernel;
    private KernelSeat? _seat;

    private KernelStatus KernelStatus =>
        _seat is null ? KernelStatus.None
        : _seat.Kernel is null ? KernelStatus.Starting
        : IsStopping ? KernelStatus.Stopping
        : _running is not null ? KernelStatus.Running
        : KernelStatus.Idle;

    /// <summary>Whether the notebook has a kernel, or one that starts.</summary>
    internal bool HasKernel
    {
        get
        {
            lock (_gate)
                return _seat is not null;
        }
    }

    /// <summary>Starts a kernel in the background, so that the first cell need not wait for it. Runs nothing.</summary>
    internal void WarmUp() => _ = TakeSeat();

    /// <summary>Ends the kernel and starts another.</summary>
    internal async Task RestartAsync()
    {
        KernelSeat? seat = null;
        Change(() =>
        {
            LastUsed = _time.GetTimestamp();
            seat = Leave(Sentences.Restarted);
            return AllCells;
        });
        await EndAsync(seat);
        WarmUp();
    }

    internal async Task RestartAndRunAllAsync()
    {
        await RestartAsync();
        RunAll();
    }

    /// <summary>Ends a kernel that runs nothing, to make room for another; false when it does run something.</summary>
    internal bool TryRest(int most)
    {
        KernelSeat? seat = null;
        Change(() =>
        {
            if (_seat is null || IsBusy)
                return NotebookChange.None;
            seat = Leave(lost => Sentences.Rested(most, lost));
            return AllCells;
        });
        _ = EndAsync(seat);
        return seat is not null;
    }

    private KernelSeat? Leave(Func<int, string> sentence)
    {
        DropQueue();
        var lost = ForgetRuns(all: true);
        Say(sentence(lost), isProblem: lost > 0);
        return LeaveSeat();
    }

    private KernelSeat? LeaveSeat()
    {
        var seat = _seat;
        _seat = null;
        _running = null;
        EndStopping();
        return seat;
    }

    private static Task EndAsync(KernelSeat? seat) => seat?.EndAsync() ?? Task.CompletedTask;

    private KernelSeat TakeSeat()
    {
        KernelSeat? seat = null;
        Change(() =>
        {
            seat = _seat;
            if (seat is not null)
                return NotebookChange.None;
            var taken = new TaskCompletionSource<KernelSeat>(TaskCreationOptions.RunContinuationsAsynchronously);
            _seat = seat = new KernelSeat { Ready = Task.Run(async () => await StartAsync(await taken.Task)) };
            taken.SetResult(seat);
            return NotebookChange.OfNotebook;
        });
        return seat!;
    }

    private async Task<IKernel> StartAsync(KernelSeat seat)
    {
        try
        {
            var kernel = await _startKernel(Path.GetDirectoryName(_file.Path)!, CancellationToken.None);
            Change(() =>
            {
                seat.Kernel = kernel;
                return NotebookChange.OfNotebook;
            });
            _ = WatchAsync(seat, kernel);
            return kernel;
        }
        catch (KernelException e)
        {
            Change(() =>
            {
                if (_seat == seat && _next is null)
                {
                    _seat = null;
                    Say($"No kernel: {e.Message}.", isProblem: true);
                }
                return NotebookChange.OfNotebook;
            });
            throw;
        }
    }

    private async Task WatchAsync(KernelSeat seat, IKernel kernel) => Lose(seat, await kernel.Ended);

    /// <summary>The kernel has ended by itself, or by force; whoever notices first says so.</summary>
    private void Lose(KernelSeat seat, string how)
    {
        var isLost = false;
        Change(() =>
        {
            if (_seat != seat)
                return NotebookChange.None;
            _seat = null;
            isLost = true;
            var lost = ForgetRuns(all: false);
            Say(seat.EndedBecause is null ? Sentences.Died(how, lost) : Sentences.StoppedHard(lost), isProblem: true);
            return AllCells;
        });
        if (isLost)
            _ = seat.EndAsync();
    }

    // The cell that runs is told apart: it still has to fail, with the reason why.
    private int ForgetRuns(bool all)
    {
        var forgotten = _cells
            .Concat(_deleted.Select(each => each.Cell))
            .Where(cell => cell.HasRun || cell.Run is not null)
            .ToArray();
        foreach (var cell in forgotten.Where(cell => all || cell.Run is null))
            cell.Forget();
        return forgotten.Count(cell => cell.Run is null);
    }
}
