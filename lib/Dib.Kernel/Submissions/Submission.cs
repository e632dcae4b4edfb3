using Dib.Kernel.Diagnostics;
using Dib.Kernel.Streams;
using Dib.Protocol;

namespace Dib.Kernel.Submissions;

/// <summary>What a client sent as one command: all that is said about it goes through here, up to its end.</summary>
internal sealed class Submission(Outbox outbox, CommandEnvelope envelope)
{
    private static readonly AsyncLocal<Submission?> Ambient = new();

    private readonly Func<string, string> _toOutput = text =>
        Line(envelope, new StandardOutputValueProduced([Plain(text)]));
    private readonly Func<string, string> _toError = text =>
        Line(envelope, new StandardErrorValueProduced([Plain(text)]));
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private CancellationTokenSource? _cancellation;
    private bool _isLate;
    private int _lateLines;

    /// <summary>The submission that the calling code belongs to, wherever its threads and tasks took it; null outside of any.</summary>
    internal static Submission? Current => Ambient.Value;

    internal CommandEnvelope Envelope => envelope;

    /// <summary>What the client calls the cell; empty when it gave it no name.</summary>
    internal string Cell { get; } =
        (envelope.Command as SubmitCode)?.Parameters.GetValueOrDefault("cell") is { } name ? $"cell {name}" : "";

    /// <summary>Completes when the reader asks to stop it.</summary>
    internal Task Stopped => _stopped.Task;

    internal bool IsCancelled => _stopped.Task.IsCompleted;

    /// <summary>Whether its code has let go of the thread that it began on.</summary>
    internal bool HasYielded { get; set; }

    /// <summary>Whether the kernel went on without its code having ended.</summary>
    internal bool IsGivenUp { get; set; }

    /// <summary>Whether its end has been told: what comes later reaches nobody.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Whether its end was that it failed.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>From here on, until the calling async method ends, code belongs to this submission.</summary>
    internal void Enter() => Ambient.Value = this;

    /// <summary>Asks the code that watches its token to stop, without waiting for what it does about it.</summary>
    internal void Cancel()
    {
        lock (_gate)
        {
            _stopped.TrySetResult();
            if (!IsOver)
                _ = _cancellation?.CancelAsync();
        }
    }

    /// <summary>Gives the source of the token that the submission's code watches.</summary>
    internal void CancelWith(CancellationTokenSource cancellation)
    {
        lock (_gate)
        {
            _cancellation = cancellation;
            if (IsCancelled)
                _ = cancellation.CancelAsync();
        }
    }

    internal void Publish(KernelEvent @event) => Send(Line(envelope, @event));

    /// <summary>Sends a line of the protocol, unless the submission is over.</summary>
    internal void Send(string line)
    {
        lock (_gate)
        {
            if (!IsOver)
                outbox.Add(line);
        }
    }

    /// <summary>Sends printed text; counts its lines instead when the submission is over.</summary>
    internal void Print(ReadOnlySpan<char> text, bool isError)
    {
        lock (_gate)
        {
            if (IsOver)
                CountLate(text);
            else
                outbox.AddText(text, isError ? _toError : _toOutput);
        }
    }

    internal void Succeed() => Succeed(Line(envelope, new CommandSucceeded()));

    /// <summary>Tells that it went well, with a line of the protocol that says so.</summary>
    internal void Succeed(string line) => End(line);

    internal void Fail(CellFailure failure)
    {
        HasFailed = true;
        End(Line(envelope, new CommandFailed(failure.Message, LinePosition: failure.Position)));
    }

    // The lines that one submission printed when it was over are told in the next to end, and only once.
    private void End(string line)
    {
        foreach (var notice in envelope.Command is SubmitCode ? LateOutput.TakeNotices() : [])
            Print(notice, isError: true);
        lock (_gate)
        {
            Send(line);
            IsOver = true;
        }
    }

    private void CountLate(ReadOnlySpan<char> text)
    {
        if (!_isLate)
            LateOutput.Add(this);
        _isLate = true;
        _lateLines += text.Count('\n');
    }

    /// <summary>How many lines it printed when it was over.</summary>
    internal int LateLines
    {
        get
        {
            lock (_gate)
                return Math.Max(1, _lateLines);
        }
    }

    private static string Line(CommandEnvelope envelope, KernelEvent @event) =>
        KernelMessage.Write(new EventEnvelope(@event, envelope));

    private static FormattedValue Plain(string text) => new("text/plain", text);
}
