using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Labs.Load;

/// <summary>How many clients had their answer by when, in the round with the most clients.</summary>
public static class AnswersChart
{
    /// <summary>A line for each server that goes up one step with each answer, and what no server can beat.</summary>
    /// <param name="results">What was measured, with the same clients and the same query time.</param>
    public static Picture Of(IReadOnlyList<LoadResult> results)
    {
        var rounds = results.Select(result => result.Rounds.MaxBy(round => round.Clients)!).ToList();
        var clients = rounds[0].Clients;
        var longest = rounds.Max(round => round.Longest);
        var scale = TimeScale.Of(TimeUnit.RealTime, longest);
        var query = results[0].Query / scale.Unit;
        var figure = PlotlyFigure.Planes(
            [""],
            new PlaneAxis(scale.Title, 0, longest / scale.Unit * 1.03),
            new PlaneAxis("clients with an answer", 0, clients * 1.06),
            [
                Limit("one query after the other", "@muted", [0, query * clients], [0, clients]),
                Limit("all queries side by side", "@accent", [query, query], [0, clients]),
                .. results.Select((result, i) => Steps(result, rounds[i], scale.Unit, i)),
            ],
            []
        );
        return new Picture($"{clients} clients at once: who had an answer, and when", figure, Table(results, rounds));
    }

    private static Trace Limit(string name, string color, double[] x, double[] y) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                mode = "lines",
                x,
                y,
                line = new
                {
                    color,
                    width = 1.4,
                    dash = "dash",
                },
                hoverinfo = "skip",
            }
        );

    private static Trace Steps(LoadResult result, LoadRound round, TimeSpan unit, int index) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = result.Server,
                mode = "lines",
                x = round.Waits.Prepend(TimeSpan.Zero).Select(wait => wait / unit),
                y = Enumerable.Range(0, round.Clients + 1),
                line = new
                {
                    color = SeriesPalette.Color(index),
                    width = 2.5,
                    dash = SeriesPalette.Dash(index),
                    shape = "hv",
                },
                hovertext = round
                    .Waits.Select(
                        (wait, i) =>
                            $"<b>{result.Server}</b><br>answer {i + 1} after {Duration.Text(wait, TimeUnit.RealTime)}"
                    )
                    .Prepend(""),
                hoverinfo = "text",
            }
        );

    // The clients whose waits tell the shape of the line.
    private static string Table(IReadOnlyList<LoadResult> results, List<LoadRound> rounds)
    {
        double[] parts = [0, 0.25, 0.5, 0.75, 1];
        return TextTable.Of([
            ["server", "first answer", "a quarter", "half", "three quarters", "all"],
            .. results.Select(
                (result, i) =>
                    (IReadOnlyList<string>)
                        [
                            result.Server,
                            .. parts.Select(part => Duration.Text(rounds[i].Percentile(part * 100), TimeUnit.RealTime)),
                        ]
            ),
        ]);
    }
}
