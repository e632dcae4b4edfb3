using AsyncByExample.Charts;
using AsyncByExample.Recording;
using Plotly.NET;

namespace AsyncByExample.Labs.Days;

/// <summary>How long each call for attention waited for its answer, in several versions of the same day.</summary>
public static class LatenessChart
{
    private const int SignalHeight = 15;
    private const int LeastRowHeight = 62;

    // At the end of a line, which comes first because the legend shows it, at its start, and in the gap behind it.
    private static readonly int[] MarkerSizes = [9, 0, 0];

    /// <summary>A row for each run, and in it a line from zero for each call, as long as it waited.</summary>
    /// <param name="runs">At least one run.</param>
    /// <param name="predict">The reader's guess of the first run's longest wait, in minutes; null where none was made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The guess is negative or not a number.</exception>
    public static Picture Of(IReadOnlyList<Run> runs, double? predict = null)
    {
        if (predict is < 0 or double.NaN or double.PositiveInfinity)
            throw new ArgumentOutOfRangeException(
                nameof(predict),
                "a guess is a number of minutes, 0 or more: change the knob called predict"
            );
        var lines = runs.SelectMany(Lines).ToList();
        var longest = lines.Select(line => line.Late).Append(predict ?? 0).Max();
        // To the right of each line there is room for its name.
        var width = Math.Max(
            Math.Max(longest * 1.25, 1),
            lines.Max(line => WorkLabel.RoomBehind(line.Late, line.Name))
        );
        var most = Math.Max(runs.Max(run => run.Timeline.Signals.Count), 1);
        var within = runs.SelectMany(run => run.Timeline.Signals).Max(signal => signal.Within);
        var figure = PlotlyFigure.Rows(
            new Axis("minutes until it was answered", width),
            [.. runs.Select(run => run.Example)],
            Math.Max(LeastRowHeight, most * SignalHeight),
            labels: within is null ? 0 : 1,
            [
                Trace("in time", "@accent", "circle", [.. lines.Where(line => !line.IsMissed)]),
                Trace("too late", "@blocking", "x", [.. lines.Where(line => line.IsMissed)]),
                .. predict is { } guess ? [Guess(guess)] : Array.Empty<Trace>(),
            ],
            within is { } limit ? [InTime(limit.TotalMinutes)] : [],
            [
                .. lines.Select(Label),
                .. within is { } late
                    ?
                    [
                        PlotlyFigure.TopLabel(
                            0,
                            width,
                            $"in time: up to {Duration.Text(late, TimeUnit.Minutes)}",
                            "@muted"
                        ),
                    ]
                    : Array.Empty<object>(),
            ]
        );
        return new Picture("How late each call was answered", figure, Table(runs));
    }

    private sealed record Line(double Y, double Late, bool IsMissed, string Name, string Hover);

    private static IEnumerable<Line> Lines(Run run, int row)
    {
        var signals = run.Timeline.Signals.OrderBy(signal => signal.Within is null).ToList();
        return signals.Select(
            (signal, i) =>
                new Line(
                    row + ((i + 0.5) / signals.Count - 0.5) * 0.84,
                    signal.Late(run.Total).TotalMinutes,
                    signal.IsMissed(run.Total),
                    signal.Name,
                    $"<b>{run.Example}</b><br>{signal.Name}: {Text(run, signal)}"
                )
        );
    }

    private static Trace Trace(string name, string color, string symbol, List<Line> lines) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                mode = "lines+markers",
                // A gap after each line keeps it apart from the next one.
                x = lines.Count > 0 ? lines.SelectMany(line => new double?[] { line.Late, 0, null }) : [null],
                y = lines.Count > 0 ? lines.SelectMany(line => new double?[] { line.Y, line.Y, null }) : [null],
                line = new { color, width = 2 },
                marker = new
                {
                    color,
                    symbol,
                    size = lines.SelectMany(_ => MarkerSizes).DefaultIfEmpty(MarkerSizes[0]),
                },
                hovertext = lines.SelectMany(line => new[] { line.Hover, "", "" }),
                hoverinfo = "text",
                cliponaxis = false,
            }
        );

    private static Trace Guess(double minutes) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = "your guess",
                mode = "markers",
                x = new[] { minutes },
                y = new[] { -0.5 },
                marker = new
                {
                    color = "@guess",
                    size = 12,
                    symbol = "diamond",
                },
                hovertext = FormattableString.Invariant($"your guess: {minutes:0.#} min"),
                hoverinfo = "text",
            }
        );

    private static object InTime(double minutes) =>
        new
        {
            type = "rect",
            x0 = 0,
            x1 = minutes,
            yref = "paper",
            y0 = 0,
            y1 = 1,
            fillcolor = "@grid",
            line = new { width = 0 },
            layer = "below",
        };

    private static object Label(Line line) =>
        new
        {
            x = line.Late,
            y = line.Y,
            text = line.Name,
            xanchor = "left",
            xshift = 8,
            behind = true,
            showarrow = false,
            font = new { color = "@muted", size = 10 },
        };

    private static string Table(IReadOnlyList<Run> runs)
    {
        var names = runs.SelectMany(run => run.Timeline.Signals)
            .OrderBy(signal => signal.Within is null)
            .Select(signal => signal.Name)
            .Distinct(StringComparer.Ordinal);
        return TextTable.Of([
            ["answered after", .. runs.Select(run => run.Example)],
            .. names.Select(name =>
                (IReadOnlyList<string>)
                    [
                        name,
                        .. runs.Select(run =>
                            run.Timeline.Signals.FirstOrDefault(signal => signal.Name == name) is { } signal
                                ? Text(run, signal)
                                : "-"
                        ),
                    ]
            ),
            ["the day took", .. runs.Select(run => Duration.Text(run.Total, run.Unit))],
        ]);
    }

    private static string Text(Run run, Signal signal) =>
        signal.Answered is null ? "never"
        : Duration.Text(signal.Late(run.Total), run.Unit) is var late && signal.IsMissed(run.Total)
            ? $"{late}, too late"
        : late;
}
