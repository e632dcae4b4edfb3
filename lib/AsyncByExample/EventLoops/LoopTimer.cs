using TimerStart = (System.TimeSpan Due, long Order);

namespace AsyncByExample.EventLoops;

/// <summary>A <see cref="TimeProvider"/> timer that is one of an event loop's own: it fires on the loop's thread.</summary>
internal sealed class LoopTimer : ITimer
{
    private const long Stopped = 0;
    private const long Due = -1;

    private readonly EventLoop _loop;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimeSpan _period;

    // The order of the start that it waits for; or Stopped, or Due while it stands in the ready queue.
    private long _waitsFor;

    public LoopTimer(EventLoop loop, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (_loop, _callback, _state) = (loop, callback, state);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Dispose();
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
            _loop.Start(this, dueTime);
        return true;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _waitsFor, Stopped) > Stopped)
            _loop.Forget();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>From now on it waits for this start.</summary>
    public void Started(TimerStart start) => Volatile.Write(ref _waitsFor, start.Order);

    /// <summary>Whether it has not been stopped or started anew.</summary>
    public bool IsWaitingFor(TimerStart start) => Volatile.Read(ref _waitsFor) == start.Order;

    /// <summary>It goes into the ready queue, unless it has been stopped meanwhile.</summary>
    public bool TryBecomeDue(TimerStart start) =>
        Interlocked.CompareExchange(ref _waitsFor, Due, start.Order) == start.Order;

    /// <summary>Its turn has come. It may have been stopped while it stood in the ready queue.</summary>
    public void Run()
    {
        if (Interlocked.CompareExchange(ref _waitsFor, Stopped, Due) != Due)
            return;
        if (_period > TimeSpan.Zero)
            _loop.Start(this, _period);
        _callback(_state);
    }
}
