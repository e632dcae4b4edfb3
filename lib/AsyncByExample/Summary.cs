using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>What happened in a run, in a few sentences whose numbers come from it.</summary>
/// <param name="Sentences">Plain text.</param>
public sealed record Summary(IReadOnlyList<string> Sentences)
{
    /// <summary>The total against its bound, who held the thread, who had to wait for it, and the longest stall.</summary>
    public static Summary Of(Run? run)
    {
        if (run is null)
            return new Summary(["There is no run to tell of yet: run the cell that records it, then this one again."]);
        var noticeable = Noticeable(run);
        return new Summary([
            .. Total(run),
            .. Late(run),
            .. Held(run),
            .. Waited(run),
            .. SharedOut(run),
            .. run.Timeline.Lanes.SelectMany(lane => lane.Failures.Select(failure => Failed(run, lane, failure))),
            .. run
                .Timeline.Lanes.Where(lane => lane.LeftLoopAt is not null)
                .Select(lane =>
                    $"{lane.Name} left the event loop at {Text(run, lane.LeftLoopAt!.Value)}, by ConfigureAwait(false) or the like: it went on on another thread, beside everybody else."
                ),
            .. run
                .Timeline.Lanes.Where(lane => lane.In(TaskState.Ready) > noticeable)
                .Select(lane => KeptWaiting(run, lane)),
            .. run.LongestStall is { } stall && stall.Duration > noticeable
                ? [LongestStall(run, stall)]
                : Array.Empty<string>(),
            .. run
                .Timeline.Signals.GroupBy(signal => signal.Lane, StringComparer.Ordinal)
                .Select(signals => Answers(run, [.. signals])),
        ]);
    }

    // More than these nobody reads as a sentence.
    private const int MostWorkers = 4;
    private const int MostItems = 12;

    /// <summary>One sentence a line.</summary>
    public override string ToString() => string.Join('\n', Sentences);

    // Less than a hundredth of the total cannot be seen in the picture, and is not worth a sentence.
    private static TimeSpan Noticeable(Run run) => run.IsTimed ? run.Total / 100 : TimeSpan.MaxValue;

    private static IEnumerable<string> Total(Run run)
    {
        var total = Text(run, run.Total);
        if (run.IsStopped)
            yield return $"It was stopped after {total}: run it again to see how it ends.";
        else if (run.IsTimed)
            yield return $"It took {total}; the {run.LowerBound.Name} is {Text(run, run.LowerBound.Time)} ({run.LowerBound.Because}).";
        else
            yield return $"It took {total} on {run.Clock}: {run.LowerBound.Because}, so only the order tells the examples apart.";
    }

    private static IEnumerable<string> Late(Run run)
    {
        if (run.IsSpoilt)
            yield return $"This machine was busy: it was late by {Text(run, run.Timeline.Late)} in all, which no time here contains. Clock.Virtual() is exact.";
    }

    private static IEnumerable<string> Held(Run run)
    {
        var timeline = run.Timeline;
        var (running, blocking) = (timeline.In(TaskState.Running), timeline.In(TaskState.Blocking));
        if (blocking > TimeSpan.Zero)
        {
            var (held, they) =
                timeline.Threads > 1 ? ($"{timeline.Threads} threads were", "they") : ("The thread was", "it");
            yield return $"{held} held for {Text(run, running + blocking)}: {Text(run, running)} of work, and {Text(run, blocking)} of blocking, in which {they} could have run somebody else.";
        }
        var linesOf = timeline.LinesOf();
        if (!run.IsTimed)
            foreach (var lane in timeline.Lanes)
                yield return $"{lane.Name} printed {linesOf[lane.Name].Count()} of the {timeline.Lines.Count} lines{Items(lane)}.";
    }

    private static IEnumerable<string> Waited(Run run)
    {
        var waiting = run.Timeline.In(TaskState.Waiting);
        if (waiting > TimeSpan.Zero && run.Timeline.Threads > 1)
            yield return $"The tasks waited {Text(run, waiting)} in all, side by side, without holding a thread. Their work, {Text(run, run.Timeline.In(TaskState.Running))} in all, was done by {run.Timeline.Threads} threads.";
        else if (waiting > TimeSpan.Zero)
            yield return $"The tasks waited {Text(run, waiting)} in all, side by side, without holding the thread: it was free for {Text(run, run.Total - Busy(run.Timeline))} of {Text(run, run.Total)}.";
    }

    // Where it counts, the lines are told with the items.
    private static IEnumerable<string> SharedOut(Run run)
    {
        LaneTimeline[] workers = [.. run.Timeline.Lanes.Where(lane => lane.Items.Count > 0)];
        if (
            !run.IsTimed
            || workers.Length is < 2 or > MostWorkers
            || workers.Max(lane => lane.Items.Count) is < 2 or > MostItems
        )
            yield break;
        var shares = workers.Select(lane =>
            $"{string.Join(", ", lane.Items.Select(item => item.Work))} by {lane.Name}"
        );
        yield return $"The work was taken as it came: {string.Join("; ", shares)}.";
    }

    private static TimeSpan Busy(Timeline timeline) => timeline.In(TaskState.Running) + timeline.In(TaskState.Blocking);

    private static string Failed(Run run, LaneTimeline lane, TaskFailure failure) =>
        $"{lane.Name} failed after {Text(run, failure.At)} ({failure.Message}), with {Items(lane.Items.Count(item => item.To <= failure.At))} done.";

    private static string Items(int count) => count == 1 ? "1 item" : FormattableString.Invariant($"{count} items");

    private static string KeptWaiting(Run run, LaneTimeline lane) =>
        $"{lane.Name} was ready for {Text(run, lane.In(TaskState.Ready))}: it could run, and the thread was taken.";

    private static string LongestStall(Run run, Stall stall) =>
        $"{stall.Task} held {(run.Timeline.Threads > 1 ? "a" : "the")} thread longest without letting go: {Text(run, stall.Duration)}{(stall.Source is { } line ? $", at {line}" : "")}.";

    private static string Answers(Run run, IReadOnlyList<Signal> signals)
    {
        var missed = signals.Count(signal => signal.IsMissed(run.Total));
        var answers = string.Join(
            ", ",
            signals.Select(signal =>
                signal.Answered is null
                    ? $"{signal.Name} never"
                    : $"{signal.Name} after {Text(run, signal.Late(run.Total))}"
            )
        );
        var late = signals.Any(signal => signal.Within is not null) ? $"; {missed} of {signals.Count} too late" : "";
        return $"Answered for {signals[0].Lane}: {answers}{late}.";
    }

    private static string Items(LaneTimeline lane) =>
        lane.Items.Count > 0
            ? $" and took {string.Join(", ", lane.Items.Select(item => item.Work))} from the work queue"
            : "";

    private static string Text(Run run, TimeSpan duration) => Duration.Text(duration, run.Unit);
}
