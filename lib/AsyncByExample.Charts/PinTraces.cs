using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>Draws pins: a mark where something called, and a line to where somebody came.</summary>
internal static class PinTraces
{
    // Below the bars of a lane.
    private const double Offset = 0.37;

    /// <summary>One trace for what was answered in time, one for what was not; none where nothing called.</summary>
    public static IEnumerable<Trace> Of(IReadOnlyList<TimelinePin> pins) =>
        pins.Count == 0
            ? []
            :
            [
                Trace("in time", "@accent", "line-ns-open", "solid", [.. pins.Where(pin => !pin.IsMissed)]),
                Trace("too late", "@blocking", "x", "2px,2px", [.. pins.Where(pin => pin.IsMissed)]),
            ];

    private static Trace Trace(string name, string color, string symbol, string dash, List<TimelinePin> pins) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                mode = "lines+markers",
                // A gap after each pin keeps it apart from the next one.
                x = pins.Count > 0 ? pins.SelectMany(pin => new double?[] { pin.To, pin.From, null }) : [null],
                y = pins.Count > 0
                    ? pins.SelectMany(pin => new double?[] { pin.Row + Offset, pin.Row + Offset, null })
                    : [null],
                line = new
                {
                    color,
                    width = 2,
                    dash,
                },
                marker = new
                {
                    color,
                    size = 8,
                    // Where somebody came, which the legend shows, where it called, and in the gap behind them.
                    symbol = pins.SelectMany(_ => new[] { symbol, "triangle-down", symbol }).DefaultIfEmpty(symbol),
                },
                hovertext = pins.SelectMany(pin => new[] { pin.Hover, pin.Hover, "" }),
                hoverinfo = "text",
            }
        );
}
