namespace AsyncByExample.Clocks;

/// <summary>
/// The time that one thread's waits are counted from: the clock's, less what the operating system's last wake-up was
/// late, so that latencies do not add up. Small amounts of work are rounded off in the same way, as libev and libuv do,
/// whose timers start at the time at which the pass of their loop was due.
/// </summary>
internal sealed class Pace(Clock clock)
{
    private TimeSpan _late;
    private TimeSpan _last = clock.Now;

    public Clock Clock => clock;

    /// <summary>Article time by this pace, never ahead of the clock's.</summary>
    public TimeSpan Time => Rounded(Exact);

    /// <summary>The same to the tick, without rounding off.</summary>
    public TimeSpan Exact => clock.Now - _late;

    /// <summary>What <see cref="Time"/> is when <see cref="Exact"/> is this.</summary>
    public TimeSpan Rounded(TimeSpan exact) => exact - _last <= clock.Slack ? _last : exact;

    /// <summary>
    /// The thread waited for <paramref name="due"/> and is awake: by its pace it is that time. Only a machine that
    /// stood still for long takes the pace with it; otherwise the sleeps that follow would all be due at once.
    /// </summary>
    public void WokenFor(TimeSpan due)
    {
        var late = clock.Now - due;
        _late = late > TimeSpan.Zero && late <= clock.LatestWakeUp ? late : TimeSpan.Zero;
        _last = late <= clock.LatestWakeUp ? due : due + late;
    }

    /// <summary>A new pass begins without a wait: by its pace it is now, or the time of what was due just before.</summary>
    /// <param name="due">When the last timer of the pass was due; null if it has none.</param>
    /// <param name="exact">What <see cref="Exact"/> was when the pass began.</param>
    public void PassFor(TimeSpan? due, TimeSpan exact) =>
        _last = due > _last && due >= exact - clock.Slack ? due.Value : Rounded(exact);
}
