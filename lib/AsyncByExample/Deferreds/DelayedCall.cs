using AsyncByExample.EventLoops;

namespace AsyncByExample.Deferreds;

/// <summary>A call that a <see cref="Reactor"/> is to make later: Twisted's IDelayedCall.</summary>
public sealed class DelayedCall
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Reactor _reactor;
    private readonly Action _action;
    private bool _isCalled;
    private bool _isCancelled;

    internal DelayedCall(Reactor reactor, Action action) => (_reactor, _action) = (reactor, action);

    /// <summary>What its timer does, given the call.</summary>
    internal static TimerCallback WhenDue { get; } =
        static call => ((DelayedCall)call!)._reactor.Call(static it => it.Run(), (DelayedCall)call);

    internal LoopTimer? Timer { private get; set; }

    /// <summary>Whether it is still to be made.</summary>
    public bool IsActive => !_isCalled && !_isCancelled;

    /// <summary>It will not be made.</summary>
    /// <exception cref="InvalidOperationException">It has been made, or cancelled, already.</exception>
    public void Cancel()
    {
        if (!IsActive)
            throw new InvalidOperationException(
                _isCalled
                    ? "this call has been made already: there is nothing left to cancel"
                    : "this call has been cancelled already"
            );
        _isCancelled = true;
        Timer!.Dispose();
    }

    private void Run()
    {
        _isCalled = true;
        if (_context is null)
            _action();
        else
            ExecutionContext.Run(_context, static action => ((Action)action!)(), _action);
    }
}
