using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>What became of the time of each item of work: how much its task used, and how much others took.</summary>
public static class ItemsChart
{
    private const int RowHeight = 34;
    private const double RoomForSum = 1.14;
    private const int MostRows = 40;

    /// <summary>
    /// A bar per finished item, from zero to its elapsed time, made of the states that its task was in meanwhile.
    /// </summary>
    /// <param name="run">What was recorded, or null, which the picture says in a sentence; the first 40 of its items are drawn.</param>
    public static Picture Of(Run? run)
    {
        if (run is null)
            return Picture.NoRun;
        var all = run
            .Timeline.Lanes.SelectMany(lane => lane.Items.Select(item => (lane, item)))
            .Where(each => each.item.To is not null)
            .OrderBy(each => each.item.From)
            .Select(each => ItemStates.Of(each.lane, each.item))
            .ToArray();
        ItemStates[] items = [.. all.Take(MostRows)];
        string[] omitted =
            all.Length == 0 ? ["no item was finished"]
            : all.Length > MostRows ? [$"the first {MostRows} of {all.Length} items"]
            : [];
        return new Picture(
            TimelineChart.TitleOf($"{run.Example}: whose time was it?", omitted),
            Draw(run, items),
            Table(run, items)
        );
    }

    private static Plotly.NET.GenericChart Draw(Run run, ItemStates[] items)
    {
        var longest = items.Select(item => item.Elapsed).Append(TimeSpan.Zero).Max();
        var scale = TimeScale.Of(run.Unit, longest);
        var axis = new Axis(scale.Title, Math.Max(longest / scale.Unit * RoomForSum, 1e-6));
        return PlotlyFigure.Rows(
            axis,
            [.. items.Select(item => item.Name)],
            RowHeight,
            labels: 0,
            TimelineChart.BarsOf([.. items.SelectMany((item, row) => Bars(run, item, row, scale))], 0.6, axis.Width),
            [],
            items.Select(
                (item, row) => SumLabel.Of(item.Elapsed / scale.Unit, row, Duration.Text(item.Elapsed, run.Unit))
            )
        );
    }

    private static IEnumerable<TimelineBar> Bars(Run run, ItemStates item, int row, TimeScale scale) =>
        item.States.Select(stretch => new TimelineBar(
            row,
            stretch.State,
            (stretch.From - item.From) / scale.Unit,
            stretch.Duration / scale.Unit,
            $"<b>{item.Name}</b> {StatePalette.Name(stretch.State)} for {Duration.Text(stretch.Duration, run.Unit)}"
        ));

    private static string Table(Run run, ItemStates[] items) =>
        TextTable.Of([
            ["item", "elapsed", .. StatePalette.InOrder.Select(StatePalette.Name)],
            .. items.Select(item =>
                (IReadOnlyList<string>)
                    [
                        item.Name,
                        Duration.Text(item.Elapsed, run.Unit),
                        .. StatePalette.InOrder.Select(state => Duration.Text(item.In(state), run.Unit)),
                    ]
            ),
        ]);
}
