using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

/// <content>On the loop's thread, timers of its clock are the loop's own, whoever makes them.</content>
public sealed partial class EventLoop : IThreadTimers
{
    // As many passes of work at one moment of virtual time are somebody who spins until another moment comes.
    private const int MostPasses = 1_000_000;
    private const int MostTurnsBeforeTimers = 50;

    private static readonly SendOrPostCallback RunTimer = static timer => ((LoopTimer)timer!).Run();

    private readonly TimerQueue _timers = new();
    private int _turnsBeforeTimers;
    private int _passes;
    private TimeSpan _now;

    /// <summary>How many timers it keeps, with those that were stopped and are not cleared away yet.</summary>
    internal int TimerCount => _timers.Count;

    /// <summary>
    /// Whether the timers that are due wait until nobody is ready, as under gevent's hub: or until so many had their turns
    /// that they must not wait any longer.
    /// </summary>
    internal bool ReadyFirst { get; init; }

    /// <summary>Called when there is no turn and no timer, before the loop waits for other threads.</summary>
    internal Action? NobodyIsLeft { get; init; }

    /// <summary>Puts an action into the ready queue once <paramref name="delay"/> of article time has passed.</summary>
    /// <returns>Disposing it before that takes the timer back.</returns>
    public IDisposable CallLater(TimeSpan delay, Action action) =>
        new LoopTimer(this, static call => ((Action)call!)(), action, delay, Timeout.InfiniteTimeSpan);

    /// <summary>Starts a timer. Safe from any thread.</summary>
    internal void Start(LoopTimer timer, TimeSpan delay)
    {
        var start = _timers.NextStart(_pace.Time + (delay > TimeSpan.Zero ? delay : TimeSpan.Zero));
        timer.Started(start);
        if (s_current == this || !_running)
            _timers.Add(timer, start);
        else
            Post(() => _timers.Add(timer, start));
    }

    /// <summary>Says that a timer which was started will not be waited for. Safe from any thread.</summary>
    internal void Forget() => _timers.NoteStopped();

    Pace IThreadTimers.Pace => _pace;

    ITimer IThreadTimers.Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new LoopTimer(this, callback, state, dueTime, period);

    private bool TimersWait()
    {
        _turnsBeforeTimers += _ready.Count;
        if (ReadyFirst && _ready.Count > 0 && _turnsBeforeTimers < MostTurnsBeforeTimers)
            return true;
        _turnsBeforeTimers = 0;
        return false;
    }

    private void CollectDue()
    {
        var now = _pace.Exact;
        if (now != _now)
            (_now, _passes) = (now, 0);
        else if (++_passes > MostPasses && Clock is VirtualClock && _timers.NextDue is { } next)
        {
            Clock.WaitUntil(next, _inbox.Wake);
            now = next;
        }
        var time = _pace.Rounded(now);
        TimeSpan? due = null;
        while (_timers.TryTakeDue(time, out var timer, out var at))
        {
            due = at;
            _ready.Enqueue(new Turn(RunTimer, timer));
            BecomesReady(at);
        }
        _pace.PassFor(due, now);
    }
}
