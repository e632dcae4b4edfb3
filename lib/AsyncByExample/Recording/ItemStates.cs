namespace AsyncByExample.Recording;

/// <summary>A finished item of work, and what its task was doing meanwhile.</summary>
/// <param name="Task">The task that took it.</param>
/// <param name="Work">What it took.</param>
/// <param name="From">Article time since the example started.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="States">The task's states from then on, in order.</param>
internal sealed record ItemStates(
    string Task,
    string Work,
    TimeSpan From,
    TimeSpan Elapsed,
    IReadOnlyList<Interval> States
)
{
    /// <summary>The task and the item.</summary>
    public string Name => $"{Task}: {Work}";

    /// <summary>An item of a lane that was finished.</summary>
    public static ItemStates Of(LaneTimeline lane, WorkItem item)
    {
        var (from, to) = (item.From, item.To ?? item.From);
        return new ItemStates(
            lane.Name,
            item.Work,
            from,
            to - from,
            [
                .. lane
                    .Intervals.Where(interval => interval.To > from && interval.From < to)
                    .Select(interval =>
                        interval with
                        {
                            From = interval.From > from ? interval.From : from,
                            To = interval.To < to ? interval.To : to,
                        }
                    ),
            ]
        );
    }

    /// <summary>How long the task was in a state.</summary>
    public TimeSpan In(TaskState state) =>
        new(States.Where(interval => interval.State == state).Sum(interval => interval.Duration.Ticks));
}
