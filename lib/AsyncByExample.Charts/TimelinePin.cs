using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>Something that called for attention: from when it called to when somebody came, drawn below its lane.</summary>
internal sealed record TimelinePin(int Row, double From, double To, bool IsMissed, string Hover)
{
    /// <summary>The signals that belong to one of the run's lanes, up to where the picture ends.</summary>
    public static IReadOnlyList<TimelinePin> Of(Run run, TimeSpan unit, TimeSpan end)
    {
        var rows = run.Timeline.Lanes.Select((lane, row) => (lane.Name, row)).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. run
                .Timeline.Signals.Where(signal => rows.ContainsKey(signal.Lane) && signal.At <= end)
                .Select(signal => new TimelinePin(
                    rows[signal.Lane],
                    signal.At / unit,
                    (signal.Answered ?? run.Total) / unit,
                    signal.IsMissed(run.Total),
                    $"<b>{signal.Name}</b><br>{Late(run, signal)}"
                )),
        ];
    }

    private static string Late(Run run, Signal signal) =>
        signal.Answered is null
            ? "never answered"
            : $"answered after {Duration.Text(signal.Late(run.Total), run.Unit)}";
}
