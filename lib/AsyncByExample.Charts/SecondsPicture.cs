using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>A run's timeline in article time.</summary>
internal static class SecondsPicture
{
    // A browser draws about as many bars as this without a reader noticing.
    private const int MostBars = 4000;

    public static TimelinePicture Of(Run run, TimeSpan until)
    {
        var timeline = run.Timeline.AtMost(MostBars);
        var all = timeline.Lanes.SelectMany((lane, row) => lane.Intervals.Select(interval => (row, lane, interval)));
        var drawn = all.OrderBy(bar => bar.interval.From).Take(MostBars).ToList();
        var count = timeline.Lanes.Sum(lane => lane.Intervals.Count);
        var end = count > MostBars ? drawn.Max(bar => bar.interval.To) : timeline.Total;
        var longest = count > MostBars || run.LowerBound.Time < end ? end : run.LowerBound.Time;
        longest = until > longest ? until : longest;
        var scale = TimeScale.Of(run.Unit, longest);
        var width = Math.Max(longest / scale.Unit * 1.01, 1e-6);
        var namesThreads = timeline.Threads > 1;
        return new TimelinePicture(
            new Axis(scale.Title, width),
            [.. timeline.Lanes.Select(lane => lane.Name)],
            [.. drawn.Select(bar => Bar(run, bar.row, bar.lane, bar.interval, scale.Unit, namesThreads))],
            Brackets(timeline, scale.Unit, width, end),
            count > MostBars ? [] : Marks(run, scale.Unit),
            [
                .. count > MostBars
                    ? [FormattableString.Invariant($"the first {MostBars} of {count} intervals")]
                    : Array.Empty<string>(),
                .. Abridgement.OfTimes(timeline, run.Unit),
                .. Abridgement.OfCounts(run),
            ]
        )
        {
            Scale = scale,
            End = end / scale.Unit,
            Pins = TimelinePin.Of(run, scale.Unit, end),
            Failures =
            [
                .. timeline.Lanes.SelectMany(
                    (lane, row) =>
                        lane
                            .Failures.Where(failure => failure.At <= end)
                            .Select(failure => Failure(run, row, lane, failure, scale.Unit))
                ),
            ],
        };
    }

    private static TimelineBar Bar(
        Run run,
        int row,
        LaneTimeline lane,
        Interval interval,
        TimeSpan unit,
        bool namesThreads
    )
    {
        var source = interval.Source is { } line ? $"<br>{line}" : "";
        var thread =
            namesThreads && interval.HoldsThread ? FormattableString.Invariant($" on thread {interval.Thread}") : "";
        var hover =
            $"<b>{lane.Name}</b> {StatePalette.Name(interval.State)} for {Text(interval.Duration)}{thread}"
            + $"<br>from {Text(interval.From)} to {Text(interval.To)}{source}";
        return new TimelineBar(row, interval.State, interval.From / unit, interval.Duration / unit, hover)
        {
            Source = interval.Source,
        };

        string Text(TimeSpan time) => Duration.Text(time, run.Unit);
    }

    private static TimelineFailure Failure(Run run, int row, LaneTimeline lane, TaskFailure failure, TimeSpan unit) =>
        new(
            row,
            failure.At / unit,
            $"<b>{lane.Name}</b> ✕ failed at {Duration.Text(failure.At, run.Unit)}:<br>{failure.Message}"
        );

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
        var total = $"<b>{(run.IsUnderWay ? "so far" : "total")} {Duration.Text(run.Total, run.Unit)}</b>";
        var bound = run.LowerBound.Time;
        if (bound <= TimeSpan.Zero)
            return [new TimelineMark(run.Total / unit, total, "@text", "solid")];
        var isReached = Duration.Text(run.Total, run.Unit) == Duration.Text(bound, run.Unit);
        return isReached
            ? [new TimelineMark(run.Total / unit, $"{total}, the lower bound", "@text", "solid")]
            :
            [
                new TimelineMark(run.Total / unit, total, "@text", "solid"),
                new TimelineMark(bound / unit, $"lower bound {Duration.Text(bound, run.Unit)}", "@accent", "dash"),
            ];
    }
}
