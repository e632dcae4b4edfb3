using AsyncByExample.Scheduling;

namespace AsyncByExample.Clocks;

/// <summary>Virtual time with autojump. See <see cref="Clock.Virtual"/>.</summary>
internal sealed class VirtualClock : Clock
{
    private long _ticks;

    public override TimeSpan Now => TimeSpan.FromTicks(Volatile.Read(ref _ticks));

    internal override TimeSpan Slack => TimeSpan.Zero;

    internal override TimeSpan LatenessOf(TimeSpan due) => TimeSpan.Zero;

    internal override TimeSpan LatestWakeUp => TimeSpan.Zero;

    public override string ToString() => "Clock.Virtual()";

    internal override void WaitUntil(TimeSpan? due, SemaphoreSlim wake)
    {
        if (due is null)
            wake.Wait();
        else
            SleepUntil(due.Value);
    }

    private protected override void SleepUntil(TimeSpan due)
    {
        Cancellation.ThrowIfStopped();
        long now;
        while ((now = Volatile.Read(ref _ticks)) < due.Ticks)
            Interlocked.CompareExchange(ref _ticks, due.Ticks, now);
    }

    internal override TimeSpan InRealTime(TimeSpan duration) => Timeout.InfiniteTimeSpan;

    private protected override ITimer CreateThreadPoolTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) =>
        throw new InvalidOperationException(
            FormattableString.Invariant(
                $"a virtual clock can tell that everyone waits only on an event loop, and this code runs on thread {Environment.CurrentManagedThreadId}, without one: it never was on a loop, or has left it by ConfigureAwait(false) or Task.Run. Leave that out, or start this wait inside EventLoop.Run(...), and give Parallel.ForEachAsync the option TaskScheduler = EventLoop.Scheduler"
            )
        );
}
