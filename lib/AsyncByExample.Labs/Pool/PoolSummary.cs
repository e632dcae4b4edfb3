using AsyncByExample.Recording;

namespace AsyncByExample.Labs.Pool;

/// <summary>How the thread pool served tasks, in sentences whose numbers come from the run.</summary>
public static class PoolSummary
{
    // What starts so soon is served by the threads that were there.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(250);

    /// <summary>The total, how many threads there were, how many came later, and who waited longest for one.</summary>
    /// <param name="run">What was recorded.</param>
    public static Summary Of(Run run)
    {
        var starts = ThreadStarts(run);
        var last = run.Timeline.Lanes.MaxBy(lane => lane.In(TaskState.Ready));
        return new([
            $"{Count(run.Timeline.Lanes.Count, "task")} took {Text(run, run.Total)}; side by side it would be {Text(run, run.LowerBound.Time)}.",
            .. last is not null && last.In(TaskState.Ready) > AtOnce
                ?
                [
                    Growth(run, starts),
                    $"{last.Name} waited longest for a thread: {Text(run, last.In(TaskState.Ready))}.",
                ]
                : new[] { $"They ran on {Count(starts.Count, "thread")}, and nobody had to wait for one." },
        ]);
    }

    private static string Growth(Run run, List<TimeSpan> starts)
    {
        var later = starts.Count(start => start >= AtOnce);
        var first = $"It began with {Count(starts.Count - later, "thread")}";
        return later == 0
            ? $"{first}, and the pool added none."
            : $"{first}. The pool added {later}, the last one after {Text(run, starts[^1])}.";
    }

    // When each of the threads was first seen to work.
    private static List<TimeSpan> ThreadStarts(Run run) =>
        [
            .. run
                .Timeline.Lanes.SelectMany(lane => lane.Intervals)
                .Where(interval => interval.HoldsThread)
                .GroupBy(interval => interval.Thread)
                .Select(thread => thread.Min(interval => interval.From))
                .Order(),
        ];

    private static string Count(int count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Text(Run run, TimeSpan time) => Duration.Text(time, run.Unit);
}
