using System.Globalization;
using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Labs.Scale;

/// <summary>Curves over the number of tasks.</summary>
internal static class CostPlane
{
    /// <summary>Draws the curves as far as they have a value above zero, which a logarithm can show.</summary>
    /// <param name="curves">The first is the one that all is about.</param>
    /// <param name="title">The vertical axis'.</param>
    /// <param name="value">What is drawn of a cost.</param>
    /// <param name="text">A value in words.</param>
    /// <param name="more">Other traces.</param>
    /// <param name="moreValues">What they need the vertical axis to show.</param>
    public static GenericChart Draw(
        IReadOnlyList<CostCurve> curves,
        string title,
        Func<TaskCost, double?> value,
        Func<double, string> text,
        IEnumerable<Trace> more,
        IEnumerable<double> moreValues
    )
    {
        List<double> values = [.. curves.SelectMany(curve => Points(curve, value)).Select(p => p.Value), .. moreValues];
        return PlotlyFigure.Planes(
            [""],
            Across([.. curves.SelectMany(curve => curve.Costs).Select(cost => cost.Tasks)]),
            PlaneAxis.Log(title, values, PlaneAxis.Decades(values, text)),
            [.. curves.Select((curve, i) => Line(curve, i, value, text)), .. more],
            []
        );
    }

    /// <summary>The axis of how many tasks there are.</summary>
    public static PlaneAxis Across(IReadOnlyCollection<int> tasks)
    {
        List<double> counts = [.. tasks.Select(count => (double)count)];
        return PlaneAxis.Log("tasks", counts, PlaneAxis.Decades(counts, Number));
    }

    /// <summary>For example <c>100k</c>.</summary>
    public static string Number(double count) =>
        count switch
        {
            >= 1_000_000 => FormattableString.Invariant($"{count / 1_000_000:0.#}M"),
            >= 1000 => FormattableString.Invariant($"{count / 1000:0.#}k"),
            _ => count.ToString("0.#", CultureInfo.InvariantCulture),
        };

    /// <summary>A row for each number of tasks, a column for each curve.</summary>
    public static string Table(
        IReadOnlyList<CostCurve> curves,
        Func<TaskCost, double?> value,
        Func<double, string> text
    ) =>
        TextTable.Of([
            ["tasks", .. curves.Select(curve => curve.System)],
            .. curves
                .SelectMany(curve => curve.Costs)
                .Select(cost => cost.Tasks)
                .Distinct()
                .Order()
                .Select(tasks =>
                    (IReadOnlyList<string>)
                        [
                            tasks.ToString("#,0", CultureInfo.InvariantCulture),
                            .. curves.Select(curve =>
                                curve.Costs.FirstOrDefault(cost => cost.Tasks == tasks) is { } cost
                                && value(cost) is { } number
                                    ? text(number)
                                    : ""
                            ),
                        ]
                ),
        ]);

    private static IEnumerable<(TaskCost Cost, double Value)> Points(CostCurve curve, Func<TaskCost, double?> value) =>
        curve
            .Costs.Select(cost => (cost, value: value(cost) ?? 0))
            .Where(point => point.value > 0)
            .Select(point => (point.cost, point.value));

    private static Trace Line(CostCurve curve, int index, Func<TaskCost, double?> value, Func<double, string> text)
    {
        var points = Points(curve, value).ToList();
        var color = CostPalette.Color(curve, index == 0);
        return PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = curve.System,
                mode = curve.Origin == CostOrigin.Extrapolated ? "lines" : "lines+markers",
                x = points.Select(point => point.Cost.Tasks),
                y = points.Select(point => point.Value),
                line = new
                {
                    color,
                    width = CostPalette.Width(curve),
                    dash = CostPalette.Dash(curve, index),
                },
                marker = new
                {
                    color,
                    size = 7,
                    symbol = CostPalette.Symbol(curve, index),
                },
                hovertext = points.Select(point =>
                    $"<b>{curve.System}</b> {curve.Version}<br>{Number(point.Cost.Tasks)} tasks: {text(point.Value)}"
                ),
                hoverinfo = "text",
            }
        );
    }
}
