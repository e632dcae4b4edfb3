using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Labs.Load;

/// <summary>How long clients wait for a server, by their number: a plane for each server, on the same scale.</summary>
public static class LatencyChart
{
    private static readonly (string Name, double Percent, string Dash, string Symbol)[] Percentiles =
    [
        ("p50", 50, "solid", "circle"),
        ("p95", 95, "dash", "square"),
        ("p99", 99, "dashdot", "diamond"),
        ("max", 100, "longdash", "triangle-up"),
    ];

    /// <summary>Lines for the median, the 95th and 99th percentile and the longest wait, and what they cannot go below.</summary>
    /// <param name="results">What was measured, with the same clients and the same query time.</param>
    /// <param name="predict">The reader's guess of the first server's longest wait, in seconds; null where none was made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The guess is not a number above 0.</exception>
    public static Picture Of(IReadOnlyList<LoadResult> results, double? predict = null)
    {
        if (predict is <= 0 or double.NaN or double.PositiveInfinity)
            throw new ArgumentOutOfRangeException(
                nameof(predict),
                "a guess is a number of seconds above 0: change the knob called predict"
            );
        List<Trace> traces = [.. results.SelectMany((result, plane) => Lines(result, plane))];
        if (predict is { } guess)
            traces.Add(Guess(guess, MostClients(results)));
        var figure = PlotlyFigure.Planes(
            [.. results.Select(result => result.Server)],
            ClientsAxis.Of(results),
            Up(results, predict),
            traces,
            results.SelectMany(Labels)
        );
        return new Picture("How long clients wait for their answer", figure, LoadTable.Of(results));
    }

    private static int MostClients(IReadOnlyList<LoadResult> results) =>
        results.Max(result => result.Rounds.Max(round => round.Clients));

    private static PlaneAxis Up(IReadOnlyList<LoadResult> results, double? predict)
    {
        List<double> values =
        [
            .. results
                .SelectMany(result => result.Rounds)
                .SelectMany(round => new[] { round.Waits[0], round.Longest })
                .Select(wait => wait.TotalMilliseconds),
            .. results.Select(result => result.Query.TotalMilliseconds).Where(query => query > 0),
            .. predict is { } guess ? [guess * 1000] : Array.Empty<double>(),
        ];
        return PlaneAxis.Log("wait", values, PlaneAxis.Decades(values, Text));
    }

    private static IEnumerable<Trace> Lines(LoadResult result, int plane)
    {
        var clients = result.Rounds.Select(round => (double)round.Clients).ToList();
        var query = result.Query.TotalMilliseconds;
        if (query > 0)
        {
            yield return Bound(plane, "N × query", "@muted", clients, count => count * query);
            yield return Bound(plane, "one query", "@accent", clients, _ => query);
        }
        foreach (var (name, percent, dash, symbol) in Percentiles)
            yield return Line(result, plane, name, percent, dash, symbol);
    }

    private static Trace Bound(
        int plane,
        string name,
        string color,
        IReadOnlyList<double> clients,
        Func<double, double> wait
    ) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                xaxis = PlotlyFigure.PlaneAxisName(plane),
                mode = "lines",
                x = clients,
                y = clients.Select(wait),
                line = new
                {
                    color,
                    width = 1.4,
                    dash = "dash",
                },
                hoverinfo = "skip",
                showlegend = plane == 0,
            }
        );

    private static Trace Line(LoadResult result, int plane, string name, double percent, string dash, string symbol) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                xaxis = PlotlyFigure.PlaneAxisName(plane),
                mode = "lines+markers",
                x = result.Rounds.Select(round => round.Clients),
                y = result.Rounds.Select(round => round.Percentile(percent).TotalMilliseconds),
                line = new
                {
                    color = $"@{name}",
                    width = 2,
                    dash,
                },
                marker = new
                {
                    color = $"@{name}",
                    size = 7,
                    symbol,
                },
                hovertext = result.Rounds.Select(round =>
                    $"<b>{result.Server}</b>, {round.Clients} clients<br>{name} {Duration.Text(round.Percentile(percent))}"
                ),
                hoverinfo = "text",
                showlegend = plane == 0,
            }
        );

    private static Trace Guess(double seconds, int clients) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = "your guess",
                xaxis = "x",
                mode = "markers",
                x = new[] { clients },
                y = new[] { seconds * 1000 },
                marker = new
                {
                    color = "@guess",
                    size = 12,
                    symbol = "diamond",
                },
                hovertext = $"your guess: {Duration.Text(TimeSpan.FromSeconds(seconds))}",
                hoverinfo = "text",
            }
        );

    private static IEnumerable<object> Labels(LoadResult result, int plane)
    {
        var last = result.Rounds.MaxBy(round => round.Clients)!;
        yield return new
        {
            xref = PlotlyFigure.PlaneAxisName(plane),
            x = Math.Log10(last.Clients),
            y = Math.Log10(last.Longest.TotalMilliseconds),
            text = $"<b>{Duration.Text(last.Longest)}</b>",
            showarrow = false,
            xanchor = "right",
            yanchor = "bottom",
            yshift = 5,
        };
    }

    private static string Text(double milliseconds) =>
        milliseconds < 1000
            ? FormattableString.Invariant($"{milliseconds:0.###} ms")
            : FormattableString.Invariant($"{milliseconds / 1000:0} s");
}
