using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>Runs notebooks, each in a kernel of its own.</summary>
internal sealed class NotebookRunner(
    Func<string, CancellationToken, Task<IKernel>> startKernel,
    RunOptions options,
    TimeProvider time,
    IProgress<RunEvent> progress
)
{
    /// <summary>Runs a notebook from its first cell to its last, or to the first that fails.</summary>
    /// <exception cref="UsageException">A knob's value does not compile.</exception>
    /// <exception cref="KernelException">No kernel could be started.</exception>
    internal async Task<NotebookResult> RunAsync(Notebook notebook, CancellationToken cancellation)
    {
        progress.Report(new RunEvent.NotebookStarted(notebook));
        var start = time.GetTimestamp();
        await using var kernel = await startKernel(notebook.Folder, cancellation);
        await using var interrupt = cancellation.Register(kernel.Kill);
        await using var watchdog = new Watchdog(kernel, options.Timeout, time);
        var run = new NotebookRun(notebook, kernel, watchdog, options, time, progress);
        var result = await run.ToEndAsync(cancellation) with { Elapsed = time.GetElapsedTime(start) };
        progress.Report(new RunEvent.NotebookEnded(result));
        return result;
    }
}
