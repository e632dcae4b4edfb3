using Dib.Running.Kernels;

namespace Dib.Live.Sessions;

/// <summary>Starts, restarts and ends a notebook's kernel, and says so when it is lost.</summary>
/// <param name="start">Starts a kernel in a folder.</param>
internal sealed class KernelControl(SessionState state, Func<string, CancellationToken, Task<IKernel>> start)
{
    /// <summary>Whether the notebook has a kernel, or one that starts.</summary>
    internal bool IsThere => state.Read(() => state.Kernel is not null);

    /// <summary>Starts a kernel in the background, so that the first cell need not wait for it. Runs nothing.</summary>
    internal void WarmUp() => _ = Take();

    /// <summary>Ends the kernel and starts another.</summary>
    internal async Task RestartAsync()
    {
        KernelHandle? left = null;
        state.Change(() =>
        {
            state.Touch();
            left = Leave(Messages.Restarted);
            return state.AllCells;
        });
        await EndAsync(left);
        WarmUp();
    }

    /// <summary>Ends a kernel that runs nothing, to make room for another; false when it does run something.</summary>
    internal bool TryRest(int most)
    {
        KernelHandle? left = null;
        state.Change(() =>
        {
            if (state.Kernel is null || state.Queue.IsBusy)
                return NotebookChange.None;
            left = Leave(lost => Messages.Rested(most, lost));
            return state.AllCells;
        });
        _ = EndAsync(left);
        return left is not null;
    }

    /// <summary>Ends the kernel for good.</summary>
    internal Task EndAsync() =>
        EndAsync(
            state.Read(() =>
            {
                state.Queue.Drop();
                return Leave();
            })
        );

    /// <summary>Gives the kernel, and starts it if there is none.</summary>
    internal KernelHandle Take()
    {
        KernelHandle? kernel = null;
        state.Change(() =>
        {
            kernel = state.Kernel;
            if (kernel is not null)
                return NotebookChange.None;
            var taken = new TaskCompletionSource<KernelHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
            kernel = new KernelHandle { Ready = Task.Run(async () => await StartAsync(await taken.Task)) };
            state.Kernel = kernel;
            taken.SetResult(kernel);
            return NotebookChange.OfNotebook;
        });
        return kernel!;
    }

    /// <summary>The kernel has ended by itself, or by force; whoever notices first says so.</summary>
    internal void Lose(KernelHandle kernel, string how)
    {
        KernelHandle? left = null;
        state.Change(() =>
        {
            if (state.Kernel != kernel)
                return NotebookChange.None;
            state.Kernel = null;
            left = kernel;
            var lost = ForgetRuns(all: false);
            state.Say(
                kernel.EndedBecause is null ? Messages.Died(how, lost) : Messages.StoppedHard(lost),
                isProblem: true
            );
            return state.AllCells;
        });
        _ = EndAsync(left);
    }

    private async Task<IKernel> StartAsync(KernelHandle starting)
    {
        try
        {
            var kernel = await start(Path.GetDirectoryName(state.File.Path)!, CancellationToken.None);
            state.Change(() =>
            {
                starting.Kernel = kernel;
                return NotebookChange.OfNotebook;
            });
            _ = WatchAsync(starting, kernel);
            return kernel;
        }
        catch (KernelException e)
        {
            state.Change(() =>
            {
                if (state.Kernel == starting && state.Queue.Next is null)
                {
                    state.Kernel = null;
                    state.Say($"No kernel: {e.Message}.", isProblem: true);
                }
                return NotebookChange.OfNotebook;
            });
            throw;
        }
    }

    private async Task WatchAsync(KernelHandle handle, IKernel kernel) => Lose(handle, await kernel.Ended);

    private static Task EndAsync(KernelHandle? left) => left?.EndAsync() ?? Task.CompletedTask;

    private KernelHandle? Leave(Func<int, string> sentence)
    {
        state.Queue.Drop();
        var lost = ForgetRuns(all: true);
        state.Say(sentence(lost), isProblem: lost > 0);
        return Leave();
    }

    private KernelHandle? Leave()
    {
        var kernel = state.Kernel;
        state.Kernel = null;
        state.Queue.Leave();
        kernel?.EndStopping();
        return kernel;
    }

    // The cell that runs is told apart: it still has to fail, with the reason why.
    private int ForgetRuns(bool all)
    {
        var forgotten = state.Cells.AllAndDeleted.Where(cell => cell.HasRun).ToArray();
        foreach (var cell in forgotten.Where(cell => all || cell.Run is null))
            cell.Forget();
        return forgotten.Count(cell => cell.Run is null);
    }
}
