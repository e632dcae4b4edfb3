using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>What is different in a run from an earlier one of the same example, in words.</summary>
/// <remarks>
/// <para>First the difference of the totals, in the run's unit, or in printed lines where neither run waits. Less than a
/// hundredth cannot be seen, and is none.</para>
/// <para>Then why, which is the first of these that holds: the tasks took other work; they took the same items in another
/// order, or shared them out otherwise; nobody blocks any more where somebody did, or the other way round; a task was in
/// some state for a longer or shorter time; the printed lines came in another order.</para>
/// <para>Last, where it is another one or had other items, the task that ended last in each.</para>
/// </remarks>
/// <param name="Words">One or two sentences.</param>
public sealed record RunDifference(string Words)
{
    private const int FewItems = 3;

    /// <summary>What is different; null if nothing is, or if the two are not read in the same unit.</summary>
    /// <param name="run">The later run.</param>
    /// <param name="before">The earlier one.</param>
    public static RunDifference? Of(Run run, Run before)
    {
        if (run.Unit != before.Unit)
            return null;
        if (run.IsStopped)
            return new("This run was stopped: it is not compared with the run before.");
        if (run.IsSpoilt || before.IsSpoilt)
            return new(
                $"This machine was busy during {(run.IsSpoilt ? "this run" : "the run before")}: the two times are not compared."
            );
        var reason = OtherWork(run, before) ?? OtherShares(run, before) ?? OtherStates(run, before);
        if (reason is null && IsSameTotal(run, before))
            return null;
        var because = reason is null ? "" : $": {reason}";
        return new($"{Totals(run, before)}{because}.{EndsLast(run, before)}");
    }

    /// <summary>The words.</summary>
    public override string ToString() => Words;

    private static bool IsTimed(Run run, Run before) => run.IsTimed || before.IsTimed;

    private static TimeSpan Noticeable(Run run, Run before) =>
        (run.Total > before.Total ? run.Total : before.Total) / 100;

    private static bool IsSameTotal(Run run, Run before) =>
        IsTimed(run, before)
            ? (run.Total - before.Total).Duration() <= Noticeable(run, before)
            : run.Timeline.LineCount == before.Timeline.LineCount;

    private static string Totals(Run run, Run before)
    {
        if (!IsTimed(run, before))
            return (run.Timeline.LineCount - before.Timeline.LineCount) switch
            {
                0 => "As many lines as in the run before",
                > 0 and var more => FormattableString.Invariant($"{Lines(more)} more than in the run before"),
                var less => FormattableString.Invariant($"{Lines(-less)} less than in the run before"),
            };
        var longer = run.Total - before.Total;
        return IsSameTotal(run, before)
            ? "As long as the run before"
            : $"{Duration.Text(longer.Duration(), run.Unit)} {MoreOrLess(longer)} than the run before";
    }

    private static string Lines(int count) => FormattableString.Invariant($"{count} line{(count == 1 ? "" : "s")}");

    private static string MoreOrLess(TimeSpan longer) => longer > TimeSpan.Zero ? "more" : "less";

    private static string? OtherWork(Run run, Run before)
    {
        var (now, then) = (Works(run), Works(before));
        var (come, gone) = (Without(now, then), Without(then, now));
        if (come.Count == 0 && gone.Count == 0)
            return null;
        if (come.Count > FewItems || gone.Count > FewItems)
            return "the tasks take other work"
                + (
                    now.Count == then.Count
                        ? ""
                        : FormattableString.Invariant($", {now.Count} items instead of {then.Count}")
                );
        return gone.Count == 0 ? $"the tasks also take {List(come)}"
            : come.Count == 0 ? $"the tasks no longer take {List(gone)}"
            : $"the tasks take {List(come)} instead of {List(gone)}";
    }

    private static string? OtherShares(Run run, Run before)
    {
        var then = before.Timeline.Lanes.ToLookup(lane => lane.Name, StringComparer.Ordinal);
        return
            run.Timeline.Lanes.Count == before.Timeline.Lanes.Count
            && run.Timeline.Lanes.All(lane =>
                then[lane.Name].FirstOrDefault() is { } other && IsSame(Works(lane), Works(other))
            )
            ? null
            : "the same items in another order";
    }

    private static string? OtherStates(Run run, Run before)
    {
        if (!IsTimed(run, before))
            return IsSame(Printers(run), Printers(before)) ? null : "the lines come in another order";
        var noticeable = Noticeable(run, before);
        var (blocks, blocked) = (Blocks(run), Blocks(before));
        if (blocked && !blocks && run.Timeline.In(TaskState.Waiting) > noticeable)
            return "the tasks wait at the same time now, and nobody holds the thread meanwhile";
        if (blocks && !blocked && before.Timeline.In(TaskState.Waiting) > noticeable)
            return "a task holds the thread now while it waits, and the others cannot use it";
        var (lane, state, longer) = MostChanged(run, before);
        return longer.Duration() > noticeable
            ? $"{lane} is {StatePalette.Name(state)} for {Duration.Text(longer.Duration(), run.Unit)} {MoreOrLess(longer)}"
            : null;

        bool Blocks(Run which) => which.Timeline.In(TaskState.Blocking) > noticeable;
    }

    private static (string Lane, TaskState State, TimeSpan Longer) MostChanged(Run run, Run before) =>
        run
            .Timeline.Lanes.Join(
                before.Timeline.Lanes,
                now => now.Name,
                then => then.Name,
                (now, then) => (now, then),
                StringComparer.Ordinal
            )
            .SelectMany(pair =>
                StatePalette.InOrder.Select(state => (pair.now.Name, state, pair.now.In(state) - pair.then.In(state)))
            )
            .MaxBy(change => change.Item3.Duration());

    private static string EndsLast(Run run, Run before)
    {
        if (Last(run) is not { } now || Last(before) is not { } then)
            return "";
        var (items, others) = (Works(now), Works(then));
        return now.Name != then.Name ? $" {now.Name} ends last{With(items)}; before, {then.Name} did{With(others)}."
            : IsSame(items, others) || items.Count == 0 || others.Count == 0 ? ""
            : $" {now.Name} ends last{With(items)}; before{With(others)}.";
    }

    private static string With(List<string> items) => items.Count == 0 ? "" : $" with {List(items)}";

    private static LaneTimeline? Last(Run run) =>
        run.IsTimed
            ? run.Timeline.Lanes.Where(lane => lane.Intervals.Count > 0).MaxBy(lane => lane.Intervals[^1].To)
            : run.Timeline.Lanes.FirstOrDefault(lane =>
                lane.Name == Printers(run).LastOrDefault(name => name is not null)
            );

    private static IEnumerable<string?> Printers(Run run) => run.Timeline.Lines.Select(line => line.Lane);

    private static List<string> Works(LaneTimeline lane) => [.. lane.Items.Select(item => WorkLabel.Short(item.Work))];

    private static List<string> Works(Run run) => [.. run.Timeline.Lanes.SelectMany(Works)];

    // Each item as often as it is more in the one than in the other.
    private static List<string> Without(List<string> one, List<string> other)
    {
        var rest = one.ToList();
        foreach (var item in other)
            rest.Remove(item);
        return rest;
    }

    private static bool IsSame(IEnumerable<string?> one, IEnumerable<string?> other) =>
        one.SequenceEqual(other, StringComparer.Ordinal);

    private static string List(List<string> items) =>
        items.Count > 1 ? $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}" : items[0];
}
