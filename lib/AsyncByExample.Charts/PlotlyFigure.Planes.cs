using Plotly.NET;

namespace AsyncByExample.Charts;

internal static partial class PlotlyFigure
{
    private const double Gap = 0.05;
    private const int PlaneHeight = 300;

    /// <summary>Planes side by side, which share their vertical axis.</summary>
    /// <param name="names">What stands above each plane; one nameless plane has nothing above it.</param>
    /// <param name="across">The horizontal axis of every plane.</param>
    /// <param name="up">The vertical axis.</param>
    /// <param name="traces">Plotly's traces; those of the second plane say <c>xaxis = "x2"</c>.</param>
    /// <param name="annotations">Words on the planes, placed in the same way.</param>
    public static GenericChart Planes(
        IReadOnlyList<string> names,
        PlaneAxis across,
        PlaneAxis up,
        IEnumerable<Trace> traces,
        IEnumerable<object> annotations
    )
    {
        var top = LegendHeight + (names.Count > 1 ? LabelHeight : 0);
        var layout = new Layout();
        Filled(
            layout,
            new
            {
                height = top + BottomMargin + PlaneHeight,
                margin = new
                {
                    l = 4,
                    r = 14,
                    t = top,
                    b = BottomMargin,
                },
                paper_bgcolor = "rgba(0,0,0,0)",
                plot_bgcolor = "rgba(0,0,0,0)",
                font = Font,
                hoverlabel = new { align = "left" },
                legend = Legend,
                yaxis = up.ToPlotly(),
                annotations = annotations.Concat(names.Select((name, i) => PlaneName(name, i, names.Count))),
            }
        );
        for (var i = 0; i < names.Count; i++)
            layout.SetProperty($"xaxis{Number(i)}", across.ToPlotly(Domain(i, names.Count)));
        var charts = traces.Select(trace => GenericChart.ofTraceObject(false, trace));
        return GenericChart.setLayout(layout, GenericChart.combine(charts));
    }

    /// <summary>What Plotly calls the horizontal axis of a plane, counted from 0.</summary>
    public static string PlaneAxisName(int plane) => $"x{Number(plane)}";

    private static string Number(int plane) => plane == 0 ? "" : $"{plane + 1}";

    private static double[] Domain(int plane, int planes)
    {
        var width = (1 - Gap * (planes - 1)) / planes;
        return [plane * (width + Gap), plane * (width + Gap) + width];
    }

    private static object PlaneName(string name, int plane, int planes)
    {
        var domain = Domain(plane, planes);
        return new
        {
            xref = "paper",
            x = (domain[0] + domain[1]) / 2,
            xanchor = "center",
            yref = "paper",
            y = 1,
            yanchor = "bottom",
            yshift = 2,
            text = $"<b>{name}</b>",
            showarrow = false,
            font = new { size = 13 },
        };
    }
}
