using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Labs.Scale;

/// <summary>What one step of a task costs, by how many tasks there are.</summary>
public static class StepCostChart
{
    /// <summary>A line for each kind of step: level where a step costs the same however many tasks there are.</summary>
    /// <param name="steps">What was measured.</param>
    public static Picture Of(params IReadOnlyList<StepCosts> steps)
    {
        var longest = steps.SelectMany(step => step.Costs).Max(cost => cost.Nanoseconds);
        var figure = PlotlyFigure.Planes(
            [""],
            CostPlane.Across([.. steps.SelectMany(step => step.Costs).Select(cost => cost.Tasks)]),
            new PlaneAxis("nanoseconds", 0, longest * 1.08),
            steps.Select(Line),
            []
        );
        return new Picture("What a step costs", figure, Table(steps));
    }

    private static Trace Line(StepCosts step, int index) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = step.Step,
                mode = "lines+markers",
                x = step.Costs.Select(cost => cost.Tasks),
                y = step.Costs.Select(cost => cost.Nanoseconds),
                line = new
                {
                    color = SeriesPalette.Color(index),
                    width = 2.5,
                    dash = SeriesPalette.Dash(index),
                },
                marker = new
                {
                    color = SeriesPalette.Color(index),
                    size = 7,
                    symbol = SeriesPalette.Symbol(index),
                },
                hovertext = step.Costs.Select(cost =>
                    $"<b>{step.Step}</b><br>{CostPlane.Number(cost.Tasks)} tasks: {Text(cost.Nanoseconds)}"
                ),
                hoverinfo = "text",
            }
        );

    private static string Table(IReadOnlyList<StepCosts> steps) =>
        TextTable.Of([
            ["tasks", .. steps.Select(step => step.Step)],
            .. steps[0]
                .Costs.Select(
                    (cost, i) =>
                        (IReadOnlyList<string>)
                            [
                                FormattableString.Invariant($"{cost.Tasks:#,0}"),
                                .. steps.Select(step => Text(step.Costs[i].Nanoseconds)),
                            ]
                ),
        ]);

    private static string Text(double nanoseconds) => FormattableString.Invariant($"{nanoseconds:0} ns");
}
