namespace AsyncByExample.Charts;

/// <summary>How much faster some runs of the same job are than the first of them, and how far from the best possible.</summary>
public static class SpeedUpChart
{
    /// <summary>
    /// For each run a bar for its total, with the speed-up behind it and a dotted line at its lower bound, and a bar for
    /// each task, made of its items.
    /// </summary>
    /// <param name="runs">Runs of the same job; the others are compared with the first one.</param>
    public static Picture Of(IEnumerable<Run?> runs)
    {
        Run[] all = [.. runs.OfType<Run>()];
        if (all.Length == 0)
            return Picture.NoRun;
        var rows = all.SelectMany(run => Rows(run, SpeedUp(all[0], run))).ToList();
        var figure = BarChart.Draw(rows, BarScale.Seconds(rows.Max(row => row.Sum), all[0].Unit));
        return new Picture($"Totals and tasks, compared with {all[0].Example}", figure, Table(all));
    }

    private static double SpeedUp(Run first, Run run) => first.Total / run.Total;

    private static IEnumerable<BarRow> Rows(Run run, double speedUp) =>
        run
            .Timeline.Lanes.Select(lane => new BarRow(lane.Name, ElapsedChart.ItemsOf(lane), "@task"))
            .Prepend(
                new BarRow($"<b>{run.Label}</b>", run.Total.TotalSeconds, "@total")
                {
                    Note = FormattableString.Invariant($", {speedUp:0.0} ×"),
                    Goal = run.LowerBound.Time.TotalSeconds,
                }
            );

    private static string Table(Run[] runs) =>
        TextTable.Of([
            ["example", "total", "speed-up", "lower bound", "above it", "clock"],
            .. runs.Select(run =>
                (IReadOnlyList<string>)
                    [
                        run.Label,
                        Duration.Text(run.Total, run.Unit),
                        FormattableString.Invariant($"{SpeedUp(runs[0], run):0.0}"),
                        Duration.Text(run.LowerBound.Time, run.Unit),
                        Above(run),
                        run.Clock,
                    ]
            ),
        ]);

    private static string Above(Run run) =>
        run.LowerBound.Time > TimeSpan.Zero
            ? FormattableString.Invariant($"{run.Total / run.LowerBound.Time - 1:0 %}")
            : "";
}
