using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Labs.Load;

/// <summary>How many answers a second servers give, by the number of clients.</summary>
public static class ThroughputChart
{
    /// <summary>A line for each server, and two limits: queries one after the other, and all side by side.</summary>
    /// <param name="results">What was measured, with the same clients and the same query time.</param>
    public static Picture Of(IReadOnlyList<LoadResult> results)
    {
        var traces = results.Select(Line).ToList();
        var query = results[0].Query.TotalSeconds;
        List<double> counts = [.. results[0].Rounds.Select(round => (double)round.Clients)];
        if (query > 0)
        {
            traces.Insert(0, Limit("one query after the other", "@muted", counts, _ => 1 / query));
            traces.Insert(1, Limit("all queries side by side", "@accent", counts, count => count / query));
        }
        var figure = PlotlyFigure.Planes(
            [""],
            ClientsAxis.Of(results),
            Up(results, query),
            traces,
            results.Select(Label)
        );
        return new Picture("Answers per second", figure, LoadTable.Of(results));
    }

    private static PlaneAxis Up(IReadOnlyList<LoadResult> results, double query)
    {
        List<double> values = [.. results.SelectMany(result => result.Rounds).Select(round => round.Throughput)];
        if (query > 0)
            values.Add(1 / query);
        return PlaneAxis.Log(
            "answers per second",
            values,
            PlaneAxis.Decades(values, value => FormattableString.Invariant($"{value:#,0}"))
        );
    }

    private static Trace Line(LoadResult result, int index) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = result.Server,
                mode = "lines+markers",
                x = result.Rounds.Select(round => round.Clients),
                y = result.Rounds.Select(round => round.Throughput),
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
                hovertext = result.Rounds.Select(round =>
                    FormattableString.Invariant(
                        $"<b>{result.Server}</b>, {round.Clients} clients<br>{round.Throughput:#,0} answers per second"
                    )
                ),
                hoverinfo = "text",
            }
        );

    private static Trace Limit(string name, string color, IReadOnlyList<double> counts, Func<double, double> limit) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                mode = "lines",
                x = counts,
                y = counts.Select(limit),
                line = new
                {
                    color,
                    width = 1.4,
                    dash = "dash",
                },
                hoverinfo = "skip",
            }
        );

    private static object Label(LoadResult result)
    {
        var last = result.Rounds.MaxBy(round => round.Clients)!;
        return new
        {
            x = Math.Log10(last.Clients),
            y = Math.Log10(last.Throughput),
            text = FormattableString.Invariant($"<b>{last.Throughput:#,0}</b>"),
            showarrow = false,
            xanchor = "right",
            yanchor = "bottom",
            yshift = 5,
        };
    }
}
