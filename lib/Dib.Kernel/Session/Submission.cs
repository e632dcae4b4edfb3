using System.Globalization;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>What a client sent as one command: the parts it falls into share its end and its cancellation.</summary>
#pragma warning disable CA1001 // Nothing in the source needs disposing; a thread that a cell left behind may still read its token.
internal sealed class Submission(Outbox outbox, CommandEnvelope envelope)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _gate = new();
    private int _parts;
    private bool _isOver;

    internal CommandEnvelope Envelope => envelope;

    internal CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>The command as a kernel sees it that handles it all by itself.</summary>
    internal CommandScope Whole(string kernel) =>
        new(this, Command(kernel, envelope.Token, envelope.Command, Addresses.ArrivedThroughRoot(kernel)), kernel);

    /// <summary>The command as its sender sees it when its parts are handled one by one.</summary>
    internal CommandScope InParts(string kernel) =>
        new(this, Command(kernel, envelope.Token, envelope.Command, []), kernel);

    /// <summary>A part of the command, sent on to one kernel.</summary>
    internal CommandScope Part(KernelCommand part, string kernel) =>
        new(this, Command(kernel, NextToken(), part, Addresses.ArrivedThroughRoot(kernel)), kernel);

    /// <summary>A command that a kernel sends to itself meanwhile.</summary>
    internal CommandScope Own(KernelCommand own, string kernel) =>
        new(this, Command(kernel, NextToken(), own, Addresses.Arrived(kernel)), kernel);

    /// <summary>Counts a part that nothing is told about.</summary>
    internal void SkipPart() => NextToken();

    /// <summary>Asks the cells that watch their token to stop, without waiting for what they do about it.</summary>
    internal void Cancel() => _ = _cancellation.CancelAsync();

    /// <summary>Sends, unless the command has ended: what comes late is dropped.</summary>
    internal void Send(EventEnvelope message)
    {
        lock (_gate)
        {
            if (!_isOver)
                outbox.Add(message);
        }
    }

    /// <summary>Sends printed text, unless the command has ended.</summary>
    internal void Print(ReadOnlySpan<char> text, Func<string, EventEnvelope> toMessage)
    {
        lock (_gate)
        {
            if (!_isOver)
                outbox.AddText(text, toMessage);
        }
    }

    /// <summary>Sends the command's last message.</summary>
    internal void End(EventEnvelope message)
    {
        lock (_gate)
        {
            Send(message);
            _isOver = true;
        }
    }

    private string NextToken() =>
        string.Create(CultureInfo.InvariantCulture, $"{envelope.Token}.{Interlocked.Increment(ref _parts)}");

    private static CommandEnvelope Command(string kernel, string token, KernelCommand command, string[] slip) =>
        new(token, command with { TargetKernelName = kernel }) { RoutingSlip = slip };
}
