using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>How long each task took for its items, beside the total, the lower bound and the reader's guess.</summary>
public static class ElapsedChart
{
    /// <summary>
    /// A bar per task, made of its items, and a bar each for the total and what to compare it with. Where nobody waits
    /// for anything, the bars count printed lines, because that is the work there is.
    /// </summary>
    /// <param name="run">What was recorded; where it is null, the picture is a sentence that says so.</param>
    /// <param name="predict">The reader's guess, in what the bars count; null where none was made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The guess is negative or not a number.</exception>
    public static Picture Of(Run? run, double? predict = null)
    {
        if (run is null)
            return Picture.NoRun;
        if (predict is < 0 or double.NaN or double.PositiveInfinity)
            throw new ArgumentOutOfRangeException(
                nameof(predict),
                "a guess is a number, 0 or more: change the knob called predict"
            );
        BarRow[] guess = predict is { } length ? [new("your guess", length, "@guess")] : [];
        return run.IsTimed ? Seconds(run, guess) : Lines(run, guess);
    }

    private static Picture Seconds(Run run, BarRow[] guess)
    {
        BarRow[] rows =
        [
            .. run.Timeline.Lanes.Select(lane => new BarRow(lane.Name, ItemsOf(lane), "@task")),
            new("total", run.Total.TotalSeconds, "@total"),
            new(run.LowerBound.Name, run.LowerBound.Time.TotalSeconds, "@accent"),
            .. guess,
        ];
        var scale = BarScale.Seconds(rows.Max(row => row.Sum), run.Unit);
        return Draw(Title(run, "elapsed time"), rows, scale) with { Cursor = ElapsedCursor.OfSeconds(run, scale.Unit) };
    }

    private static Picture Lines(Run run, BarRow[] guess)
    {
        var linesOf = run.Timeline.LinesOf();
        BarRow[] rows =
        [
            .. run.Timeline.Lanes.Select(lane => new BarRow(
                lane.Name,
                Printed([.. linesOf[lane.Name]], lane),
                "@task"
            )),
            new("in all", run.Timeline.Lines.Count, "@total"),
            .. guess,
        ];
        return Draw(Title(run, "who did the work"), rows, BarScale.Lines) with { Cursor = ElapsedCursor.OfLines(run) };
    }

    private static string Title(Run run, string what) =>
        TimelineChart.TitleOf($"{run.Example}: {what}", [.. Abridgement.OfCounts(run)]);

    private static Picture Draw(string title, BarRow[] rows, BarScale scale) =>
        new(title, BarChart.Draw(rows, scale), BarChart.Table(rows, scale));

    internal static List<(string Work, double Seconds)> ItemsOf(LaneTimeline lane) =>
        [
            .. lane
                .Items.Where(item => item.To is not null)
                .Select(item => (item.Work, (item.To!.Value - item.From).TotalSeconds)),
        ];

    // An item's lines are those that the task itself printed between taking it and finishing it.
    private static List<(string Work, double Lines)> Printed(List<int> own, LaneTimeline lane)
    {
        var items = lane
            .Items.Select(item =>
                (item.Work, Length: (double)(Before(item.EndLine ?? int.MaxValue) - Before(item.FirstLine)))
            )
            .ToList();
        var others = own.Count - items.Sum(item => item.Length);
        return others > 0 ? [.. items, ("", others)] : items;

        int Before(int line) => own.BinarySearch(line) is var place && place >= 0 ? place : ~place;
    }
}
