namespace AsyncByExample.Charts;

/// <summary>A small timeline for each of several runs, all on one axis.</summary>
public static class SideBySideChart
{
    private const int RowHeight = 26;
    private const double HalfARow = 0.5;
    private const double BarHeight = 0.7;

    /// <summary>The runs one below the other, in article time, or in printed lines where none of them waits.</summary>
    /// <param name="runs">The runs; null stands for one that is missing.</param>
    public static Picture Of(IEnumerable<Run?> runs)
    {
        Run[] all = [.. runs.OfType<Run>()];
        if (all.Length == 0)
            return Picture.NoRun;
        var isTimed = all.Any(run => run.IsTimed);
        var longest = all.Max(run => run.Total);
        var pictures = all.Select(run => isTimed ? SecondsPicture.Of(run, longest) : LinesPicture.Of(run)).ToList();
        var figure = Draw([.. all.Zip(pictures)], pictures.MaxBy(picture => picture.Axis.Width)!.Axis);
        return new Picture("Side by side, on one axis", figure, Table(all, isTimed))
        {
            Cursor = new Cursor([.. Tracks([.. all.Zip(pictures)])]),
        };
    }

    private static Plotly.NET.GenericChart Draw(List<(Run Run, TimelinePicture Picture)> runs, Axis axis)
    {
        var rows = new List<string>();
        var bars = new List<TimelineBar>();
        var failures = new List<TimelineFailure>();
        var totals = new List<object>();
        foreach (var (run, picture) in runs)
        {
            totals.Add(Title(rows.Count, run, picture.Omitted));
            rows.Add("");
            bars.AddRange(picture.Bars.Select(bar => bar with { Row = bar.Row + rows.Count }));
            failures.AddRange(picture.Failures.Select(failure => failure with { Row = failure.Row + rows.Count }));
            rows.AddRange(picture.Rows);
        }
        return PlotlyFigure.Rows(
            axis,
            rows,
            RowHeight,
            labels: 0,
            [.. TimelineChart.BarsOf(bars, BarHeight, axis.Width), .. FailureTraces.Of(failures)],
            [],
            totals
        );
    }

    private static IEnumerable<CursorTrack> Tracks(List<(Run Run, TimelinePicture Picture)> runs)
    {
        var row = 0;
        foreach (var (run, picture) in runs)
        {
            var axis = picture.Scale is null ? TimelineAxis.PrintedLines : TimelineAxis.Seconds;
            if (CursorTrack.KeyOf(run, axis) is { } key)
                yield return new CursorTrack(
                    key,
                    TimelineChart.UnitOf(picture),
                    row + HalfARow,
                    row + HalfARow + picture.Rows.Count
                );
            row += 1 + picture.Rows.Count;
        }
    }

    private static object Title(int row, Run run, IReadOnlyList<string> omitted) =>
        new
        {
            x = 0,
            y = row,
            xanchor = "left",
            text = TimelineChart.TitleOf(TitleOf(run), omitted),
            shorter = new[] { TitleOf(run) },
            showarrow = false,
            yshift = -4,
        };

    private static string TitleOf(Run run) =>
        $"<b>{run.Label}</b>{(run.IsTimed ? $", {Duration.Text(run.Total, run.Unit)}" : "")}";

    private static string Table(Run[] runs, bool isTimed) =>
        string.Join(
            '\n',
            runs.Select(run =>
                $"{run.Label}\n{TimelineTable.Of(run, isTimed ? TimelineAxis.Seconds : TimelineAxis.PrintedLines)}"
            )
        );
}
