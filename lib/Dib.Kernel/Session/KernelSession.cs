using System.Collections.Concurrent;
using System.Threading.Channels;
using Dib.Kernel.CSharp;
using Dib.Kernel.Questions;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>Takes commands from the client: runs cells one after the other, and answers questions meanwhile.</summary>
internal sealed class KernelSession(Outbox outbox)
{
    private readonly CSharpKernel _csharp = new();
    private readonly QuestionDesk _questions = new();
    private readonly ConcurrentDictionary<Submission, bool> _unfinished = new();
    private readonly Channel<Submission> _cells = Channel.CreateUnbounded<Submission>();

    /// <summary>Handles commands until the client says Quit or goes away.</summary>
    internal void Run(Stream input)
    {
        outbox.Add(new EventEnvelope(new KernelReady(KernelInfos.All)));
        _csharp.WarmUp();
        _ = Task.Run(RunCellsAsync);
        foreach (var lines in CommandLines.ReadBatches(input))
        {
            var commands = lines.Select(KernelMessage.ReadCommand).OfType<CommandEnvelope>();
            // As with the real kernel, what is asked together with a cell is answered from the state before it.
            foreach (var command in commands.OrderByDescending(IsQuestion))
            {
                if (command.Command is Quit)
                    return;
                Handle(command);
            }
        }
    }

    private static bool IsQuestion(CommandEnvelope command) =>
        command.Command is not (SubmitCode or Protocol.Cancel or Quit);

    private void Handle(CommandEnvelope command)
    {
        switch (command.Command)
        {
            case SubmitCode:
                var submission = new Submission(outbox, command);
                _unfinished.TryAdd(submission, true);
                _cells.Writer.TryWrite(submission);
                break;
            case Protocol.Cancel:
                Cancel(command);
                break;
            default:
                var state = _csharp.State;
                _ = Task.Run(() => _questions.AnswerAsync(new Submission(outbox, command), state));
                break;
        }
    }

    // Reported as done at once; whether the cell stops is up to the cell, and to the client's patience.
    private void Cancel(CommandEnvelope command)
    {
        outbox.Add(
            new EventEnvelope(
                new CommandSucceeded(),
                command with
                {
                    Command = command.Command with { TargetKernelName = ".NET" },
                    RoutingSlip = Addresses.HandledByRoot,
                }
            )
            {
                RoutingSlip = Addresses.Left(KernelNames.CSharp),
            }
        );
        foreach (var submission in _unfinished.Keys)
            submission.Cancel();
    }

    private async Task RunCellsAsync()
    {
        var runner = new CellRunner(_csharp);
        await foreach (var submission in _cells.Reader.ReadAllAsync())
        {
            // On a work item of its own, so that no cell inherits the synchronization context of the one before.
            await Task.Run(() => runner.RunAsync(submission));
            _unfinished.TryRemove(submission, out _);
        }
    }
}
