namespace AsyncByExample.Charts;

/// <summary>One of the two axes of a plane, which starts and ends where it is told.</summary>
/// <param name="Title">What it counts, with the unit.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsLog">Whether equal distances are equal ratios.</param>
/// <param name="Ticks">Where it is labelled, and how; null leaves it to Plotly.</param>
internal sealed record PlaneAxis(
    string Title,
    double From,
    double To,
    bool IsLog = false,
    IReadOnlyList<(double At, string Text)>? Ticks = null
)
{
    // On each side of a logarithmic axis, a quarter of a power of ten.
    private static readonly double Margin = Math.Pow(10, 0.25);

    /// <summary>A logarithmic axis with some room around these numbers, all above zero.</summary>
    public static PlaneAxis Log(string title, IReadOnlyList<double> values, IReadOnlyList<(double, string)> ticks) =>
        new(title, values.Min() / Margin, values.Max() * Margin, IsLog: true, ticks);

    /// <summary>The powers of ten that such an axis is labelled at.</summary>
    public static IReadOnlyList<(double At, string Text)> Decades(
        IReadOnlyList<double> values,
        Func<double, string> text
    )
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(values.Min())), (int)Math.Ceiling(Math.Log10(values.Max())));
        return
        [
            .. Enumerable
                .Range(first, last - first + 1)
                .Select(power => Math.Pow(10, power))
                .Select(at => (at, text(at))),
        ];
    }

    /// <summary>The axis as Plotly takes it.</summary>
    public object ToPlotly(object? domain = null, bool isLabelled = true) =>
        new
        {
            type = IsLog ? "log" : "linear",
            domain = domain ?? new[] { 0.0, 1.0 },
            title = new
            {
                text = isLabelled ? Title : "",
                standoff = 8,
                font = new { size = 12 },
            },
            range = IsLog ? new[] { Math.Log10(From), Math.Log10(To) } : [From, To],
            tickmode = Ticks is null ? "auto" : "array",
            tickvals = Ticks?.Select(tick => tick.At),
            ticktext = Ticks?.Select(tick => tick.Text),
            gridcolor = "@grid",
            linecolor = "@grid",
            zeroline = false,
            automargin = true,
            fixedrange = true,
        };
}
