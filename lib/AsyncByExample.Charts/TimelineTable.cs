using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>A timeline's numbers as text.</summary>
internal static class TimelineTable
{
    public static string Of(Run run, TimelineAxis axis) => axis == TimelineAxis.Seconds ? Seconds(run) : Lines(run);

    /// <summary>An earlier run in a line: its total, and who had which items.</summary>
    public static string Earlier(Run before) =>
        $"before {before.TotalText}: {string.Join("; ", before.Timeline.Lanes.Select(lane => $"{lane.Name} {Items(lane)}".TrimEnd()))}\n";

    private static string Items(LaneTimeline lane) => string.Join(' ', lane.Items.Select(item => item.Work));

    private static string Seconds(Run run)
    {
        var states = StatePalette.InOrder;
        var table = TextTable.Of([
            ["task", .. states.Select(StatePalette.Name), "items"],
            .. run.Timeline.Lanes.Select(lane =>
                (IReadOnlyList<string>)
                    [lane.Name, .. states.Select(state => Duration.Text(lane.In(state), run.Unit)), Items(lane)]
            ),
        ]);
        return $"{table}{Failures(run)}{run.TotalName} {Duration.Text(run.Total, run.Unit)}, {run.LowerBound.Name} {Duration.Text(run.LowerBound.Time, run.Unit)} ({run.LowerBound.Because})\n";
    }

    private static string Failures(Run run) =>
        string.Concat(
            run.Timeline.Lanes.SelectMany(lane =>
                lane.Failures.Select(failure =>
                    $"{lane.Name} ✕ failed at {Duration.Text(failure.At, run.Unit)}: {failure.Message}\n"
                )
            )
        );

    private static string Lines(Run run)
    {
        var linesOf = run.Timeline.LinesOf();
        return TextTable.Of([
            ["task", "lines", "which", "items"],
            .. run.Timeline.Lanes.Select(lane =>
            {
                var lines = linesOf[lane.Name].Select(line => line + 1).ToList();
                return (IReadOnlyList<string>)[lane.Name, $"{lines.Count}", Ranges(lines), Items(lane)];
            }),
        ]);
    }

    // 1 2 3 5 as 1-3 5, and no more of it than fits a line.
    private static string Ranges(List<int> numbers)
    {
        var ranges = numbers
            .Select((number, i) => (number, group: number - i))
            .GroupBy(number => number.group, number => number.number)
            .Select(range => range.Count() == 1 ? $"{range.First()}" : $"{range.First()}-{range.Last()}")
            .ToList();
        return ranges.Count <= 24 ? string.Join(' ', ranges) : string.Join(' ', ranges.Take(24)) + " ...";
    }
}
