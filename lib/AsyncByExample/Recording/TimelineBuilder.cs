namespace AsyncByExample.Recording;

/// <summary>Turns recorded events into a timeline: a pure function.</summary>
internal static class TimelineBuilder
{
    /// <param name="lanes">The lanes, by index.</param>
    /// <param name="changes">The changes of state; those of one lane are in order.</param>
    /// <param name="items">The items of work with their lanes' indices.</param>
    /// <param name="lines">The printed lines.</param>
    /// <param name="end">When the example ended.</param>
    public static Timeline Build(
        IEnumerable<Lane> lanes,
        IEnumerable<Change> changes,
        IEnumerable<(int Lane, WorkItem Item)> items,
        IEnumerable<PrintedLine> lines,
        TimeSpan end
    )
    {
        var changesOf = changes.ToLookup(change => change.Lane);
        var itemsOf = items.ToLookup(item => item.Lane, item => item.Item);
        return new Timeline(
            [.. lanes.Select(lane => Build(lane, changesOf[lane.Index], [.. itemsOf[lane.Index]], end))],
            [.. lines],
            end
        );
    }

    private static LaneTimeline Build(Lane lane, IEnumerable<Change> changes, List<WorkItem> items, TimeSpan end)
    {
        var intervals = new List<Interval>();
        Change? before = null;
        var turn = 0;
        foreach (var change in changes)
        {
            // That a task became ready is told only once it runs: never earlier than what it did last.
            var at = before is { } last && last.At > change.At ? last.At : change.At;
            Append(intervals, before, at, turn);
            if (before?.State?.HoldsThread() == true && change.State?.HoldsThread() != true)
                turn++;
            before = change with { At = at };
        }
        // A task that let go and was never heard of again ended there, unless it still holds an item of work.
        if (before?.State?.HoldsThread() == true || items.Exists(item => item.To is null))
            Append(intervals, before, end, turn);
        return new LaneTimeline(lane.Name, intervals, items, lane.FirstLine);
    }

    private static void Append(List<Interval> intervals, Change? since, TimeSpan to, int turn)
    {
        if (since is not { State: { } state } from || to <= from.At)
            return;
        var interval = new Interval(state, from.At, to, from.Thread, turn, from.Source);
        if (intervals.Count > 0 && IsSame(intervals[^1], interval))
            intervals[^1] = intervals[^1] with { To = to };
        else
            intervals.Add(interval);
    }

    // Two waits in a row stay two, each with its own end; two stretches of running or of being ready are one.
    private static bool IsSame(Interval last, Interval next) =>
        last.State is TaskState.Running or TaskState.Ready
        && (last.State, last.Thread, last.Turn, last.To) == (next.State, next.Thread, next.Turn, next.From);
}
