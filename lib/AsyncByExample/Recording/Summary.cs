namespace AsyncByExample.Recording;

/// <summary>What happened in a run, in a few sentences whose numbers come from it.</summary>
/// <param name="Sentences">Plain text.</param>
public sealed record Summary(IReadOnlyList<string> Sentences)
{
    /// <summary>The total against its bound, who held the thread, who had to wait for it, and the longest stall.</summary>
    public static Summary Of(Run run)
    {
        var timeline = run.Timeline;
        return new Summary([
            .. Total(run),
            .. Held(timeline),
            .. Waited(timeline),
            .. timeline.Lanes.Where(lane => lane.In(TaskState.Ready) > Noticeable(timeline)).Select(KeptWaiting),
            .. run.LongestStall is { } stall && stall.Duration > Noticeable(timeline)
                ? [LongestStall(stall)]
                : Array.Empty<string>(),
        ]);
    }

    /// <summary>One sentence a line.</summary>
    public override string ToString() => string.Join('\n', Sentences);

    // Less than a hundredth of the total cannot be seen in the picture, and is not worth a sentence.
    private static TimeSpan Noticeable(Timeline timeline) =>
        timeline.HasWaits ? timeline.Total / 100 : TimeSpan.MaxValue;

    private static IEnumerable<string> Total(Run run)
    {
        if (run.Timeline.HasWaits)
            yield return $"It took {Text(run.Total)}; the lower bound is {Text(run.LowerBound.Time)} ({run.LowerBound.Because}).";
        else
            yield return $"It took {Text(run.Total)} on {run.Clock}: {run.LowerBound.Because}, so only the order tells the examples apart.";
    }

    private static IEnumerable<string> Held(Timeline timeline)
    {
        var (running, blocking) = (timeline.In(TaskState.Running), timeline.In(TaskState.Blocking));
        if (blocking > TimeSpan.Zero)
            yield return $"The thread was held for {Text(running + blocking)}: {Text(running)} of work, and {Text(blocking)} of blocking, in which it could have run somebody else.";
        if (!timeline.HasWaits)
            foreach (var lane in timeline.Lanes)
                yield return $"{lane.Name} printed {timeline.Lines.Count(line => line.Lane == lane.Name)} of the {timeline.Lines.Count} lines{Items(lane)}.";
    }

    private static IEnumerable<string> Waited(Timeline timeline)
    {
        var waiting = timeline.In(TaskState.Waiting);
        if (waiting > TimeSpan.Zero)
            yield return $"The tasks waited {Text(waiting)} in all, side by side, without holding the thread: it was free for {Text(timeline.Total - Busy(timeline))} of {Text(timeline.Total)}.";
    }

    private static TimeSpan Busy(Timeline timeline) => timeline.In(TaskState.Running) + timeline.In(TaskState.Blocking);

    private static string KeptWaiting(LaneTimeline lane) =>
        $"{lane.Name} was ready for {Text(lane.In(TaskState.Ready))}: it could run, and the thread was taken.";

    private static string LongestStall(Stall stall) =>
        $"{stall.Task} held the thread longest without letting go: {Text(stall.Duration)}{(stall.Source is { } line ? $", at {line}" : "")}.";

    private static string Items(LaneTimeline lane) =>
        lane.Items.Count > 0
            ? $" and took {string.Join(", ", lane.Items.Select(item => item.Work))} from the work queue"
            : "";

    private static string Text(TimeSpan duration) => Duration.Text(duration);
}
