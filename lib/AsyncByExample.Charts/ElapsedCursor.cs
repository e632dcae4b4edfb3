using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>How far each bar of an elapsed chart had grown at a moment of its run.</summary>
internal static class ElapsedCursor
{
    private const double HalfABar = 0.36;

    /// <param name="run">What was recorded.</param>
    /// <param name="unit">What the axis shows as 1, in seconds.</param>
    public static Cursor? OfSeconds(Run run, double unit) =>
        CursorTrack.KeyOf(run, TimelineAxis.Seconds) is { } key
            ? new Cursor([
                .. run.Timeline.Lanes.Select((lane, row) => Track(key, unit, row, Seconds(lane, unit))),
                Track(
                    key,
                    unit,
                    run.Timeline.Lanes.Count,
                    [
                        [0, run.Total.TotalSeconds / unit, 0],
                    ]
                ),
            ])
            : null;

    /// <param name="run">What was recorded; the bars count its lines.</param>
    public static Cursor? OfLines(Run run) =>
        CursorTrack.KeyOf(run, TimelineAxis.PrintedLines) is { } key
            ? new Cursor([
                .. run.Timeline.Lanes.Select((lane, row) => Track(key, 1, row, Lines(run.Timeline, lane))),
                Track(
                    key,
                    1,
                    run.Timeline.Lanes.Count,
                    [
                        [0, run.Timeline.Lines.Count, 0],
                    ]
                ),
            ])
            : null;

    private static CursorTrack Track(string key, double unit, int row, IReadOnlyList<double[]> spans) =>
        new(key, unit, row - HalfABar, row + HalfABar, spans);

    private static List<double[]> Seconds(LaneTimeline lane, double unit)
    {
        var spans = new List<double[]>();
        var length = 0.0;
        foreach (var item in lane.Items)
            if (item.To is { } to)
            {
                spans.Add([item.From.TotalSeconds / unit, to.TotalSeconds / unit, length]);
                length += (to - item.From).TotalSeconds / unit;
            }
        return spans;
    }

    private static List<double[]> Lines(Timeline timeline, LaneTimeline lane) =>
        [
            .. timeline
                .Lines.Index()
                .Where(line => line.Item.Lane == lane.Name)
                .Select((line, own) => (double[])[line.Index, line.Index + 1, own]),
        ];
}
