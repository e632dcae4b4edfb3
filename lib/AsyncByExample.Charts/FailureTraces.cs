using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>Draws where tasks were ended by an exception: a cross at the end of their lane.</summary>
internal static class FailureTraces
{
    /// <summary>One trace for all of them; none where no task failed.</summary>
    public static IEnumerable<Trace> Of(IReadOnlyList<TimelineFailure> failures) =>
        failures.Count == 0
            ? []
            :
            [
                PlotlyFigure.Trace(
                    "scatter",
                    new
                    {
                        name = "failed",
                        mode = "markers",
                        x = failures.Select(failure => failure.At),
                        y = failures.Select(failure => failure.Row),
                        marker = new
                        {
                            color = "@text",
                            size = 13,
                            symbol = "x",
                            line = new { color = "@page", width = 1.5 },
                        },
                        hovertext = failures.Select(failure => failure.Hover),
                        hoverinfo = "text",
                        cliponaxis = false,
                    }
                ),
            ];
}
