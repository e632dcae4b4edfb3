namespace AsyncByExample.Recording;

/// <summary>One task's part of the timeline.</summary>
/// <param name="Name">The task's name, such as <c>Task One</c>.</param>
/// <param name="Intervals">Its states, in order, without overlap and without gaps.</param>
/// <param name="Items">The items that it took from the work queue, in order.</param>
/// <param name="FirstLine">How many lines the example had printed when the task first appeared.</param>
public sealed record LaneTimeline(
    string Name,
    IReadOnlyList<Interval> Intervals,
    IReadOnlyList<WorkItem> Items,
    int FirstLine
)
{
    /// <summary>When it left its event loop, and went on on another thread; null if it never did.</summary>
    public TimeSpan? LeftLoopAt { get; init; }

    /// <summary>The exceptions that ended it: more than one only if several tasks have its name.</summary>
    public IReadOnlyList<TaskFailure> Failures { get; init; } = [];

    /// <summary>From its first to its last moment, in article time.</summary>
    public TimeSpan Elapsed => Intervals.Count == 0 ? TimeSpan.Zero : Intervals[^1].To - Intervals[0].From;

    /// <summary>The numbers of the threads that it held, in the order in which it first did.</summary>
    internal IReadOnlyList<int> Threads =>
        // One that waits has let go of it; before its first turn it has held none.
        [
            .. Intervals
                .Where(interval => interval.State != TaskState.Ready)
                .Select(interval => interval.Thread)
                .Distinct(),
        ];

    /// <summary>The time that the task spent in a state.</summary>
    public TimeSpan In(TaskState state) =>
        new(Intervals.Where(interval => interval.State == state).Sum(interval => interval.Duration.Ticks));
}
