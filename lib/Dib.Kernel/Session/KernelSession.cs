using Dib.Kernel.Engine;
using Dib.Kernel.Questions;
using Dib.Kernel.Streams;
using Dib.Kernel.Submissions;
using Dib.Protocol;
using Microsoft.DotNet.Interactive.Connection;

namespace Dib.Kernel.Session;

/// <summary>Takes commands from the client: queues cells for the engine, and answers questions meanwhile.</summary>
internal sealed class KernelSession
{
    private readonly Outbox _outbox;
    private readonly Task<NotebookEngine> _engine;
    private readonly CellQueue _cells;
    private readonly ReaderInput _input;
    private readonly RequestHandler _questions = new();

    internal KernelSession(Outbox outbox)
    {
        _outbox = outbox;
        _input = new ReaderInput(outbox);
        // Said before the engine is there, which takes most of the time to the first result: commands wait for it.
        outbox.Add(KernelMessage.Write(new EventEnvelope(new KernelReady(KernelInfos.All))));
        // Before the first message is read: from then on the engine's ways are fixed.
        Serializer.JsonSerializerOptions.Converters.Add(new LongTextConverter());
        _engine = Task.Run(() => NotebookEngine.StartAsync(outbox, _input));
        _cells = new CellQueue(_engine);
    }

    /// <summary>Handles commands until the client says Quit or goes away.</summary>
    internal void Run(Stream input)
    {
        _ = Task.Run(RunCellsAsync);
        foreach (var lines in CommandLines.ReadBatches(input))
        {
            var commands = lines.Select(line => (Line: line, Envelope: KernelMessage.ReadCommand(line)));
            // As with the real kernel, what is asked together with a cell is answered from the state before it.
            foreach (var (line, envelope) in commands.OrderByDescending(command => IsQuestion(command.Envelope)))
            {
                if (envelope?.Command is Quit)
                    return;
                if (envelope is not null)
                    Handle(envelope, line);
                else if (KernelMessage.ReadEvent(line) is { } answer)
                    _input.Hear(answer);
            }
        }
    }

    private async Task RunCellsAsync()
    {
        try
        {
            await _cells.RunAsync();
        }
#pragma warning disable CA1031 // Without its engine the process is of no use; who started it is told why it ends.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await using (var error = new StreamWriter(Console.OpenStandardError()))
                await error.WriteLineAsync($"The engine did not start: {e.Message}");
            Environment.Exit(1);
        }
    }

    private static bool IsQuestion(CommandEnvelope? envelope) =>
        envelope?.Command is LanguageServiceCommand or RequestDiagnostics or RequestValue or RequestValueInfos;

    private void Handle(CommandEnvelope envelope, string line)
    {
        var submission = new Submission(_outbox, envelope);
        if (IsQuestion(envelope))
            _ = AnswerAsync(submission);
        else if (envelope.Command is Cancel)
            Cancel(submission);
        else
            Queue(submission, line);
    }

    private async Task AnswerAsync(Submission question)
    {
        // As the cells had left it when the question came.
        var state = (await _engine).Cells.State!;
        await Task.Run(() => _questions.AnswerAsync(question, state));
    }

    // Reported as done at once; whether the cell stops is up to the cell, and to the client's patience.
    private void Cancel(Submission cancel)
    {
        cancel.Succeed();
        _cells.Cancel();
    }

    private void Queue(Submission submission, string line)
    {
        try
        {
            _cells.Add(submission, Serializer.DeserializeCommandOrEvent(line).Command);
        }
#pragma warning disable CA1031 // What the engine cannot read is that command's failure; the kernel goes on.
        catch (Exception)
#pragma warning restore CA1031
        {
            submission.Fail(new($"The command '{submission.Envelope.Command.CommandType}' is not supported."));
        }
    }
}
