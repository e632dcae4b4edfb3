using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>A command while a kernel handles it: what is published here carries the command's name tag.</summary>
internal sealed class CommandScope
{
    private readonly CommandEnvelope _command;
    private readonly string _kernel;
    private readonly Func<string, EventEnvelope> _toOutput;
    private readonly Func<string, EventEnvelope> _toError;

    internal CommandScope(Submission submission, CommandEnvelope command, string kernel)
    {
        Submission = submission;
        _command = command;
        _kernel = kernel;
        _toOutput = text => ToMessage(new StandardOutputValueProduced([Plain(text)]));
        _toError = text => ToMessage(new StandardErrorValueProduced([Plain(text)]));
    }

    internal Submission Submission { get; }

    internal KernelCommand Command => _command.Command;

    internal void Publish(KernelEvent @event) => Submission.Send(ToMessage(@event));

    internal void Print(ReadOnlySpan<char> text, bool toError) =>
        Submission.Print(text, toError ? _toError : _toOutput);

    internal void Succeed() =>
        Submission.End(new EventEnvelope(new CommandSucceeded(), Passed()) { RoutingSlip = Addresses.Left(_kernel) });

    internal void Fail(CellFailure failure) =>
        Submission.End(ToMessage(new CommandFailed(failure.Message, LinePosition: failure.Position)));

    private EventEnvelope ToMessage(KernelEvent @event) =>
        new(@event, _command) { RoutingSlip = Addresses.Left(_kernel) };

    // A command that fell into parts was handled by none of the kernels itself.
    private CommandEnvelope Passed() =>
        _command.RoutingSlip.Count == 0
            ? _command
            : _command with
            {
                RoutingSlip = [.. _command.RoutingSlip, .. Addresses.Left(_kernel)],
            };

    private static FormattedValue Plain(string text) => new("text/plain", text);
}
