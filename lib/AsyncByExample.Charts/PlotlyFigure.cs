using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>Builds Plotly.NET charts from traces and a layout given as plain objects.</summary>
internal static partial class PlotlyFigure
{
    private const int BottomMargin = 46;
    private const int LegendHeight = 34;
    private const int LabelHeight = 17;

    /// <summary>A trace of Plotly's, such as <c>bar</c>, with the properties of an anonymous object.</summary>
    public static Trace Trace(string type, object properties) => Filled(new Trace(type), properties);

    /// <summary>Horizontal bars on one axis, in rows from top to bottom.</summary>
    /// <param name="axis">The horizontal axis, which starts at zero.</param>
    /// <param name="rows">The rows' names.</param>
    /// <param name="rowHeight">Pixels for each row.</param>
    /// <param name="labels">How many lines of words stand above the rows.</param>
    /// <param name="traces">The bars.</param>
    /// <param name="shapes">Plotly's shapes, lines on top of the bars.</param>
    /// <param name="annotations">Plotly's annotations, words on top of the bars.</param>
    public static GenericChart Rows(
        Axis axis,
        IReadOnlyList<string> rows,
        int rowHeight,
        int labels,
        IEnumerable<Trace> traces,
        IEnumerable<object> shapes,
        IEnumerable<object> annotations
    )
    {
        var traceList = traces.ToList();
        var top = (traceList.Count > 1 ? LegendHeight : 8) + LabelHeight * labels;
        var layout = new
        {
            height = top + BottomMargin + rowHeight * rows.Count,
            margin = new
            {
                l = 4,
                r = 14,
                t = top,
                b = BottomMargin,
            },
            barmode = "overlay",
            // A label that does not fit is left out, not made too small to read.
            uniformtext = new { minsize = 10, mode = "hide" },
            paper_bgcolor = "rgba(0,0,0,0)",
            plot_bgcolor = "rgba(0,0,0,0)",
            font = Font,
            hoverlabel = new { align = "left" },
            legend = Legend,
            xaxis = HorizontalAxis(axis),
            yaxis = RowAxis(rows),
            shapes,
            annotations,
        };
        var charts = traceList.Select(trace => GenericChart.ofTraceObject(false, trace));
        return GenericChart.setLayout(Filled(new Layout(), layout), GenericChart.combine(charts));
    }

    private static object Font { get; } = new
    {
        color = "@text",
        family = "@font",
        size = 13,
    };

    private static object Legend { get; } = new
    {
        orientation = "h",
        x = 0,
        xref = "container",
        xanchor = "left",
        y = 1,
        yref = "container",
        yanchor = "top",
        font = new { size = 12 },
        traceorder = "normal",
        itemdoubleclick = false,
    };

    private static object HorizontalAxis(Axis axis) =>
        new
        {
            title = new
            {
                text = axis.Title,
                standoff = 8,
                font = new { size = 12 },
            },
            range = new[] { 0, axis.Width },
            dtick = axis.Tick,
            gridcolor = "@grid",
            linecolor = "@grid",
            zeroline = false,
            automargin = true,
            fixedrange = true,
        };

    private static object RowAxis(IReadOnlyList<string> rows) =>
        new
        {
            tickvals = Enumerable.Range(0, rows.Count),
            ticktext = rows.Select(row => row + " "),
            range = new[] { rows.Count - 0.5, -0.62 },
            showgrid = false,
            zeroline = false,
            automargin = true,
            fixedrange = true,
        };

    /// <summary>A line straight down at <paramref name="x"/>, through all rows.</summary>
    public static object VerticalLine(double x, string color, string dash, double width = 1.6) =>
        new
        {
            type = "line",
            x0 = x,
            x1 = x,
            yref = "paper",
            y0 = 0,
            y1 = 1,
            line = new
            {
                color,
                width,
                dash,
            },
        };

    /// <summary>Words at the top of a vertical line, on the side where there is room.</summary>
    public static object TopLabel(double x, double width, string text, string color, int row = 0) =>
        new
        {
            x,
            yref = "paper",
            y = 1,
            yanchor = "bottom",
            yshift = 1 + LabelHeight * row,
            text,
            shorter = new[] { text.Split(", ")[0] },
            showarrow = false,
            xanchor = x > width / 2 ? "right" : "left",
            font = new { color, size = 12 },
        };

    private static T Filled<T>(T target, object properties)
        where T : DynamicObj.DynamicObj
    {
        foreach (var property in properties.GetType().GetProperties())
            target.SetProperty(property.Name, property.GetValue(properties));
        return target;
    }
}
