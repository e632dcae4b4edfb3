using Dib.Kernel.Diagnostics;
using Dib.Kernel.Directives;
using Dib.Kernel.Streams;
using Dib.Kernel.Submissions;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Connection;
using Microsoft.DotNet.Interactive.Events;

namespace Dib.Kernel.Engine;

/// <summary>Sends what the engine says to the client, each event as part of the submission that it is about.</summary>
internal sealed class ProtocolSender(Outbox outbox, CSharpCells cells, Uri address) : IKernelCommandAndEventSender
{
    public Uri RemoteHostUri => address;

    public Task SendAsync(KernelCommand kernelCommand, CancellationToken cancellationToken)
    {
        outbox.Add(KernelCommandEnvelope.Serialize(kernelCommand));
        return Task.CompletedTask;
    }

    public Task SendAsync(KernelEvent kernelEvent, CancellationToken cancellationToken)
    {
        // What the engine says outside of all submissions is about commands that no client sent.
        if (Submission.Current is { } submission)
            Send(kernelEvent, submission);
        return Task.CompletedTask;
    }

    private void Send(KernelEvent kernelEvent, Submission submission)
    {
        switch (kernelEvent)
        {
            case KernelCommandCompletionEvent end when end.Command.GetOrCreateToken() != submission.Envelope.Token:
                break;
            case CommandFailed failed:
                submission.Fail(Describe(failed, submission));
                break;
            case CommandSucceeded:
                submission.Succeed(KernelEventEnvelope.Serialize(kernelEvent));
                break;
            // The client has just said it, and it may be a password.
            case InputProduced:
                break;
            // Told by the failure of the cell that imports or asks, if it does not catch it.
            case ErrorProduced when ImportPlace.Current is not null || kernelEvent.Command is RequestInput:
                break;
            case DiagnosticsProduced produced:
                submission.Send(
                    KernelEventEnvelope.Serialize(
                        EngineDiagnostics.OfWholeCell(produced, ImportPlace.NameOf(submission))
                    )
                );
                break;
            default:
                submission.Send(KernelEventEnvelope.Serialize(kernelEvent));
                break;
        }
    }

    private CellFailure Describe(CommandFailed failed, Submission submission)
    {
        if (submission.IsCancelled)
            return new CellFailure("Command cancelled.");
        var failure =
            RestoreFailure.Of(failed.Message, Code(submission))
            ?? FailureReport.Of(failed.Exception, failed.Message, cells.ScriptClass, ImportPlace.NameOf(submission));
        return ImportPlace.Current?.Tell(failure) ?? failure;
    }

    private static string Code(Submission submission) =>
        ImportPlace.Current?.Imported.Text ?? (submission.Envelope.Command as Dib.Protocol.SubmitCode)?.Code ?? "";
}
