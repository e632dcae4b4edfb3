using System.Diagnostics;
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
    private static Pace? s_pace;

    [ThreadStatic]
    private static IThreadTimers? s_timers;

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

    /// <summary>
    /// The time that the calling thread's waits are counted from, where it waits on this clock: without what the
    /// operating system's last wake-up was late.
    /// </summary>
    internal TimeSpan PacedNow => s_pace is { } pace && pace.Clock == this ? pace.Time : Now;

    /// <summary>The pace of the calling thread's waits on this clock.</summary>
    internal Pace PaceHere()
    {
        if (s_pace is { } here && here.Clock == this)
            return here;
        var pace = new Pace(this);
        // Whoever runs turns here goes on counting by his own clock, and a pool's thread is somebody else's in a moment.
        if (s_timers is null && !global::System.Threading.Thread.CurrentThread.IsThreadPoolThread)
            s_pace = pace;
        return pace;
    }

    /// <summary>From now on the calling thread's waits are counted by this pace, and its timers are made by these.</summary>
    /// <param name="pace">Null where it has not waited yet.</param>
    /// <param name="timers">Null where nobody runs turns: timers are the thread pool's then.</param>
    internal static void GoOnAt(Pace? pace, IThreadTimers? timers = null) => (s_pace, s_timers) = (pace, timers);

    /// <summary>Holds the calling thread until <paramref name="duration"/> of article time has passed.</summary>
    /// <remarks>
    /// The operating system wakes a thread late, and the next sleep makes up for it: what adds up is the article's
    /// seconds and the work between them, at any speed.
    /// </remarks>
    public void Sleep(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            return;
        var pace = PaceHere();
        var due = pace.Time + duration;
        pace.Waits();
        SleepUntil(pace.OnClock(due));
        pace.WokenFor(due);
    }

    /// <summary>Holds the calling thread until <paramref name="due"/>, or until <paramref name="wake"/> is released.</summary>
    /// <param name="due">Article time; null waits for the release alone.</param>
    internal abstract void WaitUntil(TimeSpan? due, SemaphoreSlim wake);

    /// <summary>
    /// The work of a turn up to this length does not put off what the turn starts: at ten times the article's pace,
    /// a printed line costs as much as a hundredth of an article second.
    /// </summary>
    internal abstract TimeSpan Slack { get; }

    /// <summary>How late a thread is that was to be woken at <paramref name="due"/> and is awake.</summary>
    internal abstract TimeSpan LatenessOf(TimeSpan due);

    /// <summary>How many processors this process has kept busy since then.</summary>
    /// <param name="since">A time of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="worked">How much processor time it had used by then.</param>
    internal virtual double OwnShareSince(long since, TimeSpan worked) =>
        (Environment.CpuUsage.TotalTime - worked) / Stopwatch.GetElapsedTime(since);

    /// <summary>How late a wake-up is the operating system's ordinary latency, in article time. More is a busy machine's.</summary>
    internal abstract TimeSpan LatestWakeUp { get; }

    /// <summary>How long a duration really is; infinite where time is virtual and does not pass by itself.</summary>
    internal abstract TimeSpan InRealTime(TimeSpan duration);

    private protected abstract void SleepUntil(TimeSpan due);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Epoch + Now;

    /// <summary>
    /// A timer in article time. On a thread that runs turns, as an event loop's does, it fires there, in the order of
    /// due times.
    /// </summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        s_timers is { } timers && timers.Pace.Clock == this
            ? timers.Create(callback, state, dueTime, period)
            : CreateThreadPoolTimer(callback, state, dueTime, period);

    private protected abstract ITimer CreateThreadPoolTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    );
}
