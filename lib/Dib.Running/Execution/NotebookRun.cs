using System.Globalization;
using Dib.Format;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>One notebook on its way through a kernel.</summary>
internal sealed class NotebookRun(
    Notebook notebook,
    IKernel kernel,
    Watchdog watchdog,
    RunOptions options,
    TimeProvider time,
    IProgress<RunEvent> progress
)
{
    private readonly KnobSetter _knobs = new(kernel, options.Knobs);
    private string? _failure;
    private bool _kernelEnded;

    /// <summary>Runs a notebook in a kernel of its own, from its first cell to its last, or to the first that fails.</summary>
    /// <exception cref="UsageException">A knob's value does not compile.</exception>
    /// <exception cref="KernelException">No kernel could be started.</exception>
    internal static async Task<NotebookResult> RunAsync(
        Notebook notebook,
        Func<string, CancellationToken, Task<IKernel>> startKernel,
        RunOptions options,
        TimeProvider time,
        IProgress<RunEvent> progress,
        CancellationToken cancellation
    )
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

    private async Task<NotebookResult> ToEndAsync(CancellationToken cancellation)
    {
        var cells = new List<CellResult>();
        foreach (var (i, cell) in notebook.Document.Cells.Index())
        {
            var result = await RunAsync(i + 1, cell);
            cancellation.ThrowIfCancellationRequested();
            _failure ??= result.Failure is null ? null : Sentence(result);
            cells.Add(result);
        }
        return new NotebookResult(notebook, [.. cells])
        {
            Totals = _kernelEnded ? RunTotals.None : await RunTotals.AskAsync(kernel),
            Failure = _failure,
            TimedOut = watchdog.TimeIsUp && _failure is not null,
        };
    }

    private async Task<CellResult> RunAsync(int index, DibCell cell)
    {
        if (cell.KernelName == "markdown")
            return new CellResult(index, cell, CellState.Ok);
        if (_failure is not null || cell.KernelName == "mermaid")
            return new CellResult(index, cell, CellState.NotRun);
        progress.Report(new RunEvent.CellStarted(notebook, index));
        var result = Notebook.IsKnobs(cell.KernelName, cell.Text)
            ? await RunKnobsAsync(index, cell)
            : await SubmitAsync(index, cell);
        progress.Report(new RunEvent.CellEnded(notebook, result));
        return result;
    }

    private async Task<CellResult> RunKnobsAsync(int index, DibCell cell)
    {
        try
        {
            var result = await SubmitAsync(index, cell);
            return result.State == CellState.Ok ? result with { Knobs = await _knobs.SetAsync(cell) } : result;
        }
        catch (KernelException e)
        {
            return new CellResult(index, cell, CellState.Failed) { Failure = Ended(e) };
        }
    }

    private async Task<CellResult> SubmitAsync(int index, DibCell cell)
    {
        var start = time.GetTimestamp();
        var outputs = new OutputCollector(progress);
        var failed = await SubmitAsync(index, cell, outputs);
        return new CellResult(index, cell, failed is null ? CellState.Ok : CellState.Failed)
        {
            Elapsed = time.GetElapsedTime(start),
            Outputs = outputs.ToOutputs(),
            Failure = failed,
        };
    }

    private async Task<CellFailure?> SubmitAsync(int index, DibCell cell, OutputCollector outputs)
    {
        var command = CellProtocol.CommandFor(cell.KernelName, cell.Text, index);
        CellFailure? failed = null;
        try
        {
            await foreach (var message in kernel.SendUnattendedAsync(command))
                failed = outputs.Receive(message) ?? failed;
        }
        catch (KernelException e)
        {
            failed = Ended(e);
        }
        return watchdog.TimeIsUp ? OutOfTime() : failed;
    }

    private CellFailure Ended(KernelException e)
    {
        _kernelEnded = true;
        return watchdog.TimeIsUp ? OutOfTime() : CellFailure.Because(e.Message);
    }

    private CellFailure OutOfTime()
    {
        return CellFailure.Because(
            string.Create(
                CultureInfo.InvariantCulture,
                $"stopped after {options.Timeout.TotalSeconds} s; look for a loop that never ends, or give more time with --timeout"
            )
        );
    }

    // A failure without a line of its own is placed at the cell's first; a loop that was stopped could be on any.
    private string Sentence(CellResult result)
    {
        var failed = result.Failure!;
        var line = watchdog.TimeIsUp ? "" : $", line {result.Cell.LineOf(failed.Line ?? 0)}";
        return $"{notebook.ShownPath}, cell {result.Index}{line}: {failed.Message}";
    }
}
