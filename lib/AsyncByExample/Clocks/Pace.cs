using System.Diagnostics;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Clocks;

/// <summary>
/// The time that one thread's waits are counted from, and that everything of an example is told in: the clock's, less
/// what the operating system was late in waking the thread. Small amounts of work are rounded off in the same way, as
/// libev and libuv do, whose timers start at the time at which the pass of their loop was due.
/// </summary>
internal sealed class Pace(Clock clock)
{
    private TimeSpan _last = clock.Now;

    // What the next wait makes up for, and what other programs had the machine for, which no wait can.
    private TimeSpan _late;
    private TimeSpan _lost;

    // When the thread last began to wait, and how much the process had worked until then.
    private long _waits = Stopwatch.GetTimestamp();
    private TimeSpan _worked = Environment.CpuUsage.TotalTime;

    public Clock Clock => clock;

    /// <summary>Article time by this pace, never ahead of the clock's.</summary>
    public TimeSpan Time => Rounded(Exact);

    /// <summary>The same to the tick, without rounding off.</summary>
    public TimeSpan Exact => clock.Now - _lost - _late;

    /// <summary>What <see cref="Time"/> is when <see cref="Exact"/> is this.</summary>
    public TimeSpan Rounded(TimeSpan exact) => exact - _last <= clock.Slack ? _last : exact;

    /// <summary>What the clock shows when it is this time by the pace.</summary>
    public TimeSpan OnClock(TimeSpan time) => time + _lost;

    /// <summary>The thread is about to wait.</summary>
    public void Waits()
    {
        // In virtual time nobody can be late: to ask the system would cost more than the jump.
        if (clock.LatestWakeUp > TimeSpan.Zero)
            (_waits, _worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    }

    /// <summary>
    /// The thread waited for <paramref name="due"/> and is awake: by its pace it is that time. What a machine that other
    /// programs keep busy is late by beyond the ordinary is left out for good, and told: it is none of the example's doing.
    /// </summary>
    public void WokenFor(TimeSpan due)
    {
        var late = clock.LatenessOf(OnClock(due));
        IsLate(late);
        // Where it is neither made up for nor left out, it is late by its own pace too.
        _last = late > clock.LatestWakeUp ? Exact : due;
    }

    /// <summary>Another thread goes on in this one's place, which the operating system took a while to wake.</summary>
    /// <param name="since">What the clock showed when the first one stopped.</param>
    public void HandedOver(TimeSpan since) => IsLate(_late + clock.LatenessOf(since));

    private void IsLate(TimeSpan late)
    {
        // Who keeps the processors busy himself is late by his own doing.
        if (late > clock.LatestWakeUp && clock.OwnShareSince(_waits, _worked) < 0.5)
        {
            _lost += late;
            TaskObserver.Current?.IsLate(late);
            late = TimeSpan.Zero;
        }
        _late = late > TimeSpan.Zero && late <= clock.LatestWakeUp ? late : TimeSpan.Zero;
    }

    /// <summary>A new pass begins without a wait: by its pace it is now, or the time of what was due just before.</summary>
    /// <param name="due">When the last timer of the pass was due; null if it has none.</param>
    /// <param name="exact">What <see cref="Exact"/> was when the pass began.</param>
    public void PassFor(TimeSpan? due, TimeSpan exact) =>
        _last = due > _last && due >= exact - clock.Slack ? due.Value : Rounded(exact);
}
