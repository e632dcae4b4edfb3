using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>A run's timeline in article time.</summary>
internal static class SecondsPicture
{
    // A browser draws about as many bars as this without a reader noticing.
    private const int MostBars = 4000;

    public static TimelinePicture Of(Run run)
    {
        var timeline = run.Timeline;
        var all = timeline.Lanes.SelectMany((lane, row) => lane.Intervals.Select(interval => (row, lane, interval)));
        var drawn = all.OrderBy(bar => bar.interval.From).Take(MostBars).ToList();
        var count = timeline.Lanes.Sum(lane => lane.Intervals.Count);
        var end = count > MostBars ? drawn.Max(bar => bar.interval.To) : timeline.Total;
        var longest = count > MostBars || run.LowerBound.Time < end ? end : run.LowerBound.Time;
        var isLong = longest >= TimeSpan.FromSeconds(1);
        var unit = isLong ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(1);
        var width = Math.Max(longest / unit * 1.01, 1e-6);
        return new TimelinePicture(
            new Axis(isLong ? "article seconds" : "article milliseconds", width),
            [.. timeline.Lanes.Select(lane => lane.Name)],
            [.. drawn.Select(bar => Bar(bar.row, bar.lane, bar.interval, unit))],
            Brackets(timeline, unit, width, end),
            count > MostBars ? [] : Marks(run, unit),
            count > MostBars ? FormattableString.Invariant($"the first {MostBars} of {count} intervals") : null
        );
    }

    private static TimelineBar Bar(int row, LaneTimeline lane, Interval interval, TimeSpan unit)
    {
        var source = interval.Source is { } line ? $"<br>{line}" : "";
        var hover =
            $"<b>{lane.Name}</b> {StatePalette.Name(interval.State)} for {Duration.Text(interval.Duration)}"
            + $"<br>from {Duration.Text(interval.From)} to {Duration.Text(interval.To)}{source}";
        return new TimelineBar(row, interval.State, interval.From / unit, interval.Duration / unit, hover);
    }

    private static List<TimelineBracket> Brackets(Timeline timeline, TimeSpan unit, double width, TimeSpan end) =>
        [
            .. timeline.Lanes.SelectMany(
                (lane, row) =>
                    lane
                        .Items.Where(item => item.From < end)
                        .Select(item =>
                        {
                            var (from, to) = (item.From / unit, (item.To ?? timeline.Total) / unit);
                            return new TimelineBracket(row, from, to, TimelineBracket.LabelFor(item, to - from, width));
                        })
                        .Where(bracket => bracket.To - bracket.From > width / 500)
            ),
        ];

    private static List<TimelineMark> Marks(Run run, TimeSpan unit)
    {
        var total = $"<b>total {Duration.Text(run.Total)}</b>";
        var bound = run.LowerBound.Time;
        if (bound <= TimeSpan.Zero)
            return [new TimelineMark(run.Total / unit, total, "@text", "solid")];
        var isReached = Duration.Text(run.Total) == Duration.Text(bound);
        return isReached
            ? [new TimelineMark(run.Total / unit, $"{total}, the lower bound", "@text", "solid")]
            :
            [
                new TimelineMark(run.Total / unit, total, "@text", "solid"),
                new TimelineMark(bound / unit, $"lower bound {Duration.Text(bound)}", "@accent", "dash"),
            ];
    }
}
