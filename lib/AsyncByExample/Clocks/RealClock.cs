using System.Diagnostics;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Clocks;

/// <summary>Real time at a chosen speed. See <see cref="Clock.Real"/>.</summary>
internal sealed class RealClock(double speed) : Clock
{
    private static readonly TimeSpan FewPrintedLines = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan BusyMachine = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    internal static readonly RealClock ArticlePace = new(1);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _ticksPerTimestamp = speed * TimeSpan.TicksPerSecond / Stopwatch.Frequency;

    public override TimeSpan Now => new((long)((Stopwatch.GetTimestamp() - _start) * _ticksPerTimestamp));

    internal override TimeSpan Slack { get; } = FewPrintedLines * speed;

    internal override TimeSpan LatestWakeUp { get; } = BusyMachine * speed;

    internal override TimeSpan LatenessOf(TimeSpan due) => Now - due;

    public override string ToString() => FormattableString.Invariant($"Clock.Real(speed: {speed})");

    internal override void WaitUntil(TimeSpan? due, SemaphoreSlim wake)
    {
        if (due is null)
            wake.Wait();
        else if (RealTimeUntil(due.Value) is var left && left > Millisecond)
            wake.Wait(WholeMilliseconds(left - Millisecond));
        else
            StayAwakeUntil(due.Value, wake);
    }

    private protected override void SleepUntil(TimeSpan due)
    {
        var stop = Cancellation.Token;
        while (RealTimeUntil(due) is var left && left > Millisecond)
        {
            if (stop.CanBeCanceled)
                stop.WaitHandle.WaitOne(WholeMilliseconds(left - Millisecond));
            else
                global::System.Threading.Thread.Sleep(WholeMilliseconds(left - Millisecond));
            stop.ThrowIfCancellationRequested();
        }
        StayAwakeUntil(due);
    }

    // Waits are counted in whole milliseconds, which at ten times the pace are a hundredth of a second each.
    private void StayAwakeUntil(TimeSpan due, SemaphoreSlim? wake = null)
    {
        var spin = new SpinWait();
        while (wake is not { CurrentCount: > 0 } && RealTimeUntil(due) > TimeSpan.Zero)
            spin.SpinOnce(sleep1Threshold: -1);
    }

    internal override TimeSpan InRealTime(TimeSpan duration) => RealTime(duration);

    private protected override ITimer CreateThreadPoolTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => System.CreateTimer(UnlessStopped(callback), state, RealTime(dueTime), RealTime(period));

    // On the thread pool nobody else can end a wait: what a stopped example waits for does not come.
    private static TimerCallback UnlessStopped(TimerCallback callback)
    {
        var stop = Cancellation.Token;
        return stop.CanBeCanceled
            ? state =>
            {
                if (!stop.IsCancellationRequested)
                    callback(state);
            }
            : callback;
    }

    private TimeSpan RealTimeUntil(TimeSpan due) => (due - Now) / speed;

    private TimeSpan RealTime(TimeSpan articleTime) =>
        articleTime == Timeout.InfiniteTimeSpan ? articleTime : articleTime / speed;

    private static TimeSpan WholeMilliseconds(TimeSpan left) =>
        TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue - 1));
}
