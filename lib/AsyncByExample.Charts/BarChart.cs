using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>Draws bars from zero, each with its sum at its end.</summary>
internal static class BarChart
{
    private const int RowHeight = 40;
    private const double LeastRoom = 1.22;

    public static GenericChart Draw(IReadOnlyList<BarRow> rows, BarScale scale)
    {
        // To the right of each bar there is room for its number.
        var width = rows.Max(row =>
            Math.Max(
                Math.Max(row.Sum * LeastRoom, row.Goal ?? 0),
                WorkLabel.RoomBehind(row.Sum, scale.Text(row.Sum) + row.Note)
            )
        );
        width = Math.Max(width / scale.Unit, 1e-6);
        return PlotlyFigure.Rows(
            new Axis(scale.AxisTitle, width, scale.IsCount),
            [.. rows.Select(row => row.Name)],
            RowHeight,
            labels: 0,
            [Bars(rows, scale, width)],
            rows.Index()
                .Where(row => row.Item.Goal > 0)
                .Select(row => Goal(row.Index, row.Item.Goal!.Value / scale.Unit)),
            rows.Select((row, i) => SumLabel.Of(row.Sum / scale.Unit, i, scale.Text(row.Sum), row.Note))
        );
    }

    public static string Table(IReadOnlyList<BarRow> rows, BarScale scale) =>
        TextTable.Of([
            ["", "in all", "items"],
            .. rows.Select(row => (IReadOnlyList<string>)[row.Name, scale.Text(row.Sum), Parts(row, scale)]),
        ]);

    private static string Parts(BarRow row, BarScale scale) =>
        string.Join(
            " + ",
            row.Segments.Where(segment => segment.Work.Length > 0).Select(segment => scale.Text(segment.Length))
        );

    private static Trace Bars(IReadOnlyList<BarRow> rows, BarScale scale, double width)
    {
        var bars = rows.SelectMany(Segments).ToList();
        return PlotlyFigure.Trace(
            "bar",
            new
            {
                orientation = "h",
                y = bars.Select(bar => bar.Row),
                @base = bars.Select(bar => bar.From / scale.Unit),
                x = bars.Select(bar => bar.Length / scale.Unit),
                width = 0.56,
                marker = new { color = bars.Select(bar => bar.Color), line = new { color = "@page", width = 1.5 } },
                text = bars.Select(bar => bar.Length / scale.Unit > width / 30 ? WorkLabel.Short(bar.Work) : ""),
                textposition = "inside",
                insidetextanchor = "middle",
                textangle = 0,
                textfont = new { color = "@ink" },
                hovertext = bars.Select(bar =>
                    $"<b>{rows[bar.Row].Name}</b> {Named(bar.Work)}{scale.Text(bar.Length)}"
                ),
                hoverinfo = "text",
                showlegend = false,
            }
        );
    }

    private static string Named(string work) => work.Length > 0 ? $"work {work}: " : "";

    private static IEnumerable<(int Row, double From, double Length, string Work, string Color)> Segments(
        BarRow row,
        int index
    )
    {
        var from = 0.0;
        foreach (var (work, length) in row.Segments)
        {
            yield return (index, from, length, work, row.Color);
            from += length;
        }
    }

    private static object Goal(int row, double at) =>
        new
        {
            type = "line",
            x0 = at,
            x1 = at,
            y0 = row - 0.4,
            y1 = row + 0.4,
            line = new
            {
                color = "@accent",
                width = 2.5,
                dash = "dot",
            },
        };
}
