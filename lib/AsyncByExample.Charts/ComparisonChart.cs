namespace AsyncByExample.Charts;

/// <summary>The totals of several examples, one under the other.</summary>
public static class ComparisonChart
{
    /// <summary>
    /// A bar for each run's total, in the order given; for its printed lines, if none of the runs waits for anything.
    /// </summary>
    /// <param name="runs">The runs, such as those that a <see cref="RunStore"/> has kept.</param>
    public static Picture Of(IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0)
            return Picture.Saying("No run of this kind has been kept so far: run the example to its end, and keep it.");
        var isTimed = runs.Any(run => run.IsTimed);
        var rows = runs.Select(run => new BarRow(
                run.Label,
                isTimed ? run.Total.TotalSeconds : run.Timeline.LineCount,
                "@task"
            ))
            .ToList();
        var scale = isTimed ? BarScale.Seconds(rows.Max(row => row.Sum), runs[0].Unit) : BarScale.Lines;
        return new Picture(
            $"The examples run so far: {(isTimed ? "total elapsed time" : "printed lines")}",
            BarChart.Draw(rows, scale),
            Table(runs)
        );
    }

    private static string Table(IReadOnlyList<Run> runs) =>
        TextTable.Of([
            ["example", "total", "lower bound", "clock"],
            .. runs.Select(run =>
                (IReadOnlyList<string>)
                    [run.Label, run.TotalText, Duration.Text(run.LowerBound.Time, run.Unit), run.Clock]
            ),
        ]);
}
