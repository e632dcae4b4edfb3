using AsyncByExample.Clocks;

namespace AsyncByExample.Tests.Clocks;

/// <summary>A real clock whose hands are moved by a test: a thread of it can be woken late.</summary>
internal sealed class ManualClock : Clock
{
    private TimeSpan _now;

    public override TimeSpan Now => _now;

    internal override TimeSpan Slack => TimeSpan.FromSeconds(0.05);

    internal override TimeSpan LatestWakeUp => TimeSpan.FromSeconds(0.5);

    internal override TimeSpan LatenessOf(TimeSpan due) => _now - due;

    /// <summary>How many processors the process itself keeps busy.</summary>
    public double OwnShare { get; init; }

    internal override double OwnShareSince(long since, TimeSpan worked) => OwnShare;

    public void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    /// <summary>What a busy machine adds to each wait.</summary>
    public double LateBy { get; set; }

    internal override void WaitUntil(TimeSpan? due, SemaphoreSlim wake) => SleepUntil(due!.Value);

    internal override TimeSpan InRealTime(TimeSpan duration) => Timeout.InfiniteTimeSpan;

    private protected override void SleepUntil(TimeSpan due)
    {
        var end = due + TimeSpan.FromSeconds(LateBy);
        _now = end > _now ? end : _now;
    }

    private protected override ITimer CreateThreadPoolTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => throw new NotSupportedException();
}
