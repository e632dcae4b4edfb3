using System.Runtime.CompilerServices;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Deferreds;

/// <summary>A call that a <see cref="Reactor"/> is to make later: Twisted's IDelayedCall.</summary>
public sealed class DelayedCall
{
    private static readonly TimerCallback WhenDue = static call => ((DelayedCall)call!).BeDue();

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Reactor _reactor;
    private readonly Action _action;
    private readonly LoopTimer _timer;
    private bool _isCalled;
    private bool _isCancelled;

    internal DelayedCall(Reactor reactor, TimeSpan delay, Action action)
    {
        (_reactor, _action) = (reactor, action);
        _timer = reactor.StartTimer(delay, WhenDue, this);
        Time = reactor.Clock.PacedNow + delay;
    }

    /// <summary>When it is to be made, or was, in article time since the clock was made: Twisted's getTime.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Whether it is still to be made.</summary>
    public bool IsActive => !_isCalled && !_isCancelled;

    /// <summary>It will not be made.</summary>
    /// <exception cref="InvalidOperationException">It has been made, or cancelled, already.</exception>
    public void Cancel()
    {
        ThrowUnlessActive();
        _isCancelled = true;
        _timer.Dispose();
    }

    /// <summary>It is made so long after now instead.</summary>
    /// <param name="delay">Article time, zero or more.</param>
    /// <exception cref="InvalidOperationException">It has been made, or cancelled, already.</exception>
    /// <exception cref="ArgumentException">The delay is negative.</exception>
    public void Reset(TimeSpan delay)
    {
        ThrowUnlessActive();
        Reactor.ThrowIfNegative(delay);
        MoveTo(_reactor.Clock.PacedNow + delay);
    }

    /// <inheritdoc cref="Reset(TimeSpan)"/>
    /// <param name="seconds">Article seconds, zero or more.</param>
    public void Reset(double seconds) => Reset(TimeSpan.FromSeconds(seconds));

    /// <summary>It is made so much later than it would have been, or earlier, but not before now.</summary>
    /// <param name="delay">Article time; negative to bring it forward.</param>
    /// <exception cref="InvalidOperationException">It has been made, or cancelled, already.</exception>
    public void Delay(TimeSpan delay)
    {
        ThrowUnlessActive();
        MoveTo(Time + delay);
    }

    /// <inheritdoc cref="Delay(TimeSpan)"/>
    /// <param name="seconds">Article seconds; negative to bring it forward.</param>
    public void Delay(double seconds) => Delay(TimeSpan.FromSeconds(seconds));

    private void MoveTo(TimeSpan time)
    {
        var now = _reactor.Clock.PacedNow;
        Time = time > now ? time : now;
        _timer.Change(Time - now, Timeout.InfiniteTimeSpan);
    }

    private void ThrowUnlessActive([CallerMemberName] string change = "")
    {
        if (_isCalled)
            throw new InvalidOperationException(
                $"this call has been made already, so there is nothing left to {change}: look at IsActive first"
            );
        if (_isCancelled)
            throw new InvalidOperationException(
                $"this call has been cancelled already, so there is nothing left to {change}: look at IsActive first"
            );
    }

    private void BeDue() => _reactor.Call(static call => call.Run(), this);

    private void Run()
    {
        _isCalled = true;
        if (_context is null)
            _action();
        else
            ExecutionContext.Run(_context, static action => ((Action)action!)(), _action);
    }
}
