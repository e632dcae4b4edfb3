namespace AsyncByExample.EventLoops;

/// <summary>A <see cref="TimeProvider"/> timer that is one of an event loop's own: it fires on the loop's thread.</summary>
internal sealed class LoopTimer : ITimer
{
    private readonly EventLoop _loop;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimeSpan _period;
    private IDisposable? _next;

    public LoopTimer(EventLoop loop, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (_loop, _callback, _state) = (loop, callback, state);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _next?.Dispose();
        _period = period;
        _next = dueTime == Timeout.InfiniteTimeSpan ? null : _loop.CallLater(dueTime, Fire);
        return true;
    }

    public void Dispose() => _next?.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire()
    {
        if (_period > TimeSpan.Zero)
            _next = _loop.CallLater(_period, Fire);
        _callback(_state);
    }
}
