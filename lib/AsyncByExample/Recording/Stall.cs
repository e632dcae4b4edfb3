namespace AsyncByExample.Recording;

/// <summary>A time during which one task held the thread without letting go.</summary>
/// <param name="Task">Whose.</param>
/// <param name="From">Article time since the example started.</param>
/// <param name="To">Article time since the example started.</param>
/// <param name="Blocking">How much of it the thread only waited.</param>
/// <param name="Source">The line that blocked longest; for a task that computed, the line where it took its work.</param>
public sealed record Stall(string Task, TimeSpan From, TimeSpan To, TimeSpan Blocking, SourceLine? Source)
{
    /// <summary>How long nobody else could use the thread.</summary>
    public TimeSpan Duration => To - From;

    // What is no longer than the timeline's resolution may be several holds that are kept as one.
    internal static Stall? LongestOf(Timeline timeline) =>
        timeline
            .Lanes.SelectMany(HoldsOf)
            .Where(stall => stall.Duration > timeline.Resolution)
            .MaxBy(stall => stall.Duration);

    private static IEnumerable<Stall> HoldsOf(LaneTimeline lane) =>
        lane
            .Intervals.Where(interval => interval.HoldsThread)
            .GroupBy(interval => interval.Turn)
            .Select(turn => ToStall(lane, [.. turn]));

    private static TimeSpan Overlap(WorkItem item, List<Interval> hold)
    {
        var from = item.From > hold[0].From ? item.From : hold[0].From;
        var to = item.To is { } end && end < hold[^1].To ? end : hold[^1].To;
        return to - from;
    }

    private static Stall ToStall(LaneTimeline lane, List<Interval> hold)
    {
        var blocked = hold.Where(interval => interval.State == TaskState.Blocking).ToList();
        var source =
            blocked.Count > 0
                ? blocked.MaxBy(interval => interval.Duration).Source
                : lane.Items.MaxBy(item => Overlap(item, hold))?.Source;
        return new Stall(
            lane.Name,
            hold[0].From,
            hold[^1].To,
            new TimeSpan(blocked.Sum(interval => interval.Duration.Ticks)),
            source
        );
    }
}
