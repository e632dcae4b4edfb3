using System.Threading.Channels;
using Dib.Kernel.Diagnostics;
using Dib.Kernel.Directives;
using Dib.Kernel.Engine;
using Dib.Kernel.Submissions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Dib.Kernel.Session;

/// <summary>Gives the engine one cell after the other.</summary>
internal sealed class CellQueue(Task<NotebookEngine> engine)
{
    /// <summary>How long a cell may take to stop by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Channel<(Submission Submission, KernelCommand Command)> _waiting = Channel.CreateUnbounded<(
        Submission,
        KernelCommand
    )>();
    private readonly Lock _gate = new();
    private readonly HashSet<Submission> _unfinished = [];

    internal void Add(Submission submission, KernelCommand command)
    {
        lock (_gate)
            _unfinished.Add(submission);
        _waiting.Writer.TryWrite((submission, command));
    }

    /// <summary>Asks the cell that runs to stop, and does without those that wait for their turn.</summary>
    internal void Cancel()
    {
        lock (_gate)
        {
            foreach (var submission in _unfinished)
                submission.Cancel();
        }
    }

    internal async Task RunAsync()
    {
        var ready = await engine;
        // A cell that is there already warms the rest by itself; two at a time would wait for each other.
        if (!_waiting.Reader.TryPeek(out _))
            await ready.WarmUpAsync();
        await foreach (var (submission, command) in _waiting.Reader.ReadAllAsync())
        {
            // On a work item of its own, so that no cell inherits the context of the one before.
            await Task.Run(() => RunAsync(ready.Root, submission, command));
            lock (_gate)
                _unfinished.Remove(submission);
        }
    }

    private static async Task RunAsync(CompositeKernel root, Submission submission, KernelCommand command)
    {
        submission.Enter();
        SubmissionConsole.Install();
        try
        {
            if (submission.IsCancelled)
                submission.Fail(new("Command cancelled."));
            else if (command is SubmitCode cell && Refusal.Of(cell.Code, cell.TargetKernelName, root) is { } refusal)
                submission.Fail(new(refusal, FailureReport.PositionIn(refusal)));
            else
                await RunAsync(root, command, submission);
        }
#pragma warning disable CA1031 // Whatever goes wrong with a cell is that cell's failure; the kernel goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            submission.Fail(new(e.Message));
        }
    }

    private static async Task RunAsync(CompositeKernel root, KernelCommand command, Submission submission)
    {
        var running = root.SendAsync(command);
        if (await Task.WhenAny(running, submission.Stopped) != running && await WaitsInVainAsync(running, submission))
        {
            submission.IsGivenUp = true;
            // The engine then goes on with the next cell.
            await root.SendAsync(new Cancel());
        }
        await running;
    }

    // A cell that computes cannot be given up: it would take a core from all later ones. Only the end of the process
    // helps then, and that is for the client to decide.
    private static async Task<bool> WaitsInVainAsync(Task running, Submission submission)
    {
        var before = Environment.CpuUsage.TotalTime;
        await Task.WhenAny(running, Task.Delay(Grace));
        var used = Environment.CpuUsage.TotalTime - before;
        return !running.IsCompleted && submission.HasYielded && used < Grace / 5;
    }
}
