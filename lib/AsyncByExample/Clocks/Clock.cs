using System.Globalization;

namespace AsyncByExample.Clocks;

/// <summary>
/// The time that an example runs in, in article seconds. All waiting in the library goes through a clock,
/// so that the same program runs at the article's pace, ten times as fast, or in no time at all.
/// </summary>
/// <remarks>A clock is a <see cref="TimeProvider"/>: <c>Task.Delay(delay, clock)</c> waits in article seconds.</remarks>
public abstract class Clock : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AsyncLocal<Clock?> Ambient = new();

    [ThreadStatic]
    private static (Clock? Clock, TimeSpan Due) s_lastSleep;

    /// <summary>The clock of the example that is running; at the article's pace where none is.</summary>
    public static Clock Current
    {
        get => Ambient.Value ?? RealClock.ArticlePace;
        internal set => Ambient.Value = value;
    }

    /// <summary>Real time, <paramref name="speed"/> article seconds in each real second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not a finite number above zero.</exception>
    public static Clock Real(double speed = 10) =>
        double.IsFinite(speed) && speed > 0
            ? new RealClock(speed)
            : throw new ArgumentOutOfRangeException(
                nameof(speed),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a clock's speed is a number above 0, not {speed}: change the knob called clock"
                )
            );

    /// <summary>Virtual time: when everyone waits it jumps to the next timer, so totals are exact and nothing takes long.</summary>
    public static Clock Virtual() => new VirtualClock();

    /// <summary>Article time since the clock was made.</summary>
    public abstract TimeSpan Now { get; }

    /// <summary>Holds the calling thread until <paramref name="duration"/> of article time has passed.</summary>
    /// <remarks>
    /// A sleep that follows another one closely starts where that one was due, so that the article's seconds add up
    /// at any speed instead of collecting the operating system's wake-up latencies.
    /// </remarks>
    public void Sleep(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            return;
        var previous = s_lastSleep.Clock == this ? s_lastSleep.Due : TimeSpan.MinValue;
        var due = SinceIfPunctual(previous) + duration;
        SleepUntil(due);
        s_lastSleep = (this, due);
    }

    /// <summary>The moment that was due, if it is no longer ago than a punctual wake-up takes; else now.</summary>
    internal TimeSpan SinceIfPunctual(TimeSpan due) => Now is var now && due <= now && now - Slack <= due ? due : now;

    /// <summary>Holds the calling thread until <paramref name="due"/>, or until <paramref name="wake"/> is released.</summary>
    /// <param name="due">Article time; null waits for the release alone.</param>
    internal abstract void WaitUntil(TimeSpan? due, SemaphoreSlim wake);

    /// <summary>How late a timer may fire and still count as punctual: a sleep that follows starts at the due time.</summary>
    private protected abstract TimeSpan Slack { get; }

    private protected abstract void SleepUntil(TimeSpan due);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Epoch + Now;

    /// <summary>
    /// A timer in article time. On an event loop it is one of the loop's own timers: it fires on the loop's thread,
    /// in the order of due times.
    /// </summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        EventLoops.EventLoop.Current is { } loop && loop.Clock == this
            ? new EventLoops.LoopTimer(loop, callback, state, dueTime, period)
            : CreateThreadPoolTimer(callback, state, dueTime, period);

    private protected abstract ITimer CreateThreadPoolTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    );
}
