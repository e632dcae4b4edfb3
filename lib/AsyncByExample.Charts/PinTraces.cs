using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>Draws pins: a mark where something called, and a line to where somebody came.</summary>
internal static class PinTraces
{
    // Below the bars of a lane.
    private const double Offset = 0.37;

    // Where it called, where somebody came, and in the gap behind them.
    private static readonly string[] Symbols = ["triangle-down", "line-ns-open", "circle"];

    /// <summary>One trace for what was answered in time, one for what was not; none where nothing called.</summary>
    public static IEnumerable<Trace> Of(IReadOnlyList<TimelinePin> pins) =>
        pins.Count == 0
            ? []
            :
            [
                Trace("in time", "@accent", [.. pins.Where(pin => !pin.IsMissed)]),
                Trace("too late", "@blocking-edge", [.. pins.Where(pin => pin.IsMissed)]),
            ];

    private static Trace Trace(string name, string color, List<TimelinePin> pins) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name,
                mode = "lines+markers",
                // A gap after each pin keeps it apart from the next one.
                x = pins.Count > 0 ? pins.SelectMany(pin => new double?[] { pin.From, pin.To, null }) : [null],
                y = pins.Count > 0
                    ? pins.SelectMany(pin => new double?[] { pin.Row + Offset, pin.Row + Offset, null })
                    : [null],
                line = new { color, width = 2 },
                marker = new
                {
                    color,
                    size = 8,
                    symbol = pins.SelectMany(_ => Symbols).DefaultIfEmpty("triangle-down"),
                },
                hovertext = pins.SelectMany(pin => new[] { pin.Hover, pin.Hover, "" }),
                hoverinfo = "text",
            }
        );
}
