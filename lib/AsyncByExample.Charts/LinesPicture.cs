using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>A run's timeline in printed lines: whose line came when, and who could have run meanwhile.</summary>
internal static class LinesPicture
{
    private const int MostLines = 2000;

    public static TimelinePicture Of(Run run)
    {
        var timeline = run.Timeline;
        var lines = timeline.Lines.Take(MostLines).ToList();
        var width = Math.Max(lines.Count * 1.01, 1);
        return new TimelinePicture(
            new Axis("printed lines, in order", width, IsCount: true),
            [.. timeline.Lanes.Select(lane => lane.Name)],
            [.. timeline.Lanes.SelectMany((lane, row) => Bars(lane, row, lines))],
            [.. timeline.Lanes.SelectMany((lane, row) => Brackets(lane, row, lines.Count, width))],
            [],
            [
                .. timeline.Lines.Count > MostLines
                    ? [FormattableString.Invariant($"the first {MostLines} of {timeline.Lines.Count} lines")]
                    : Array.Empty<string>(),
                .. Abridgement.OfCounts(run),
            ]
        )
        {
            End = lines.Count,
        };
    }

    // From its first appearance to its last line a task either prints or could: somebody else holds the thread.
    private static IEnumerable<TimelineBar> Bars(LaneTimeline lane, int row, List<PrintedLine> lines)
    {
        var last = lines.FindLastIndex(line => line.Lane == lane.Name);
        for (var i = lane.FirstLine; i <= last; i++)
        {
            var state = lines[i].Lane == lane.Name ? TaskState.Running : TaskState.Ready;
            var hover = state == TaskState.Running ? $"<br>{lines[i].Text}" : "";
            yield return new TimelineBar(
                row,
                state,
                i,
                1,
                FormattableString.Invariant($"<b>{lane.Name}</b> {StatePalette.Name(state)}, line {i + 1}{hover}")
            );
        }
    }

    private static IEnumerable<TimelineBracket> Brackets(LaneTimeline lane, int row, int lines, double width) =>
        lane
            .Items.Where(item => item.FirstLine < lines)
            .Select(item =>
            {
                var end = Math.Min(item.EndLine ?? lines, lines);
                return new TimelineBracket(
                    row,
                    item.FirstLine,
                    end,
                    TimelineBracket.LabelFor(item, end - item.FirstLine, width)
                );
            });
}
