using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>
/// An earlier run behind a timeline, lane by lane on the same axis: a thin pale strip below each lane, and a pale line
/// at its total.
/// </summary>
/// <param name="Rows">The timeline's rows, and below them those of tasks that only the earlier run had.</param>
/// <param name="Bars">Its stretches, by the rows.</param>
/// <param name="Mark">Its total.</param>
internal sealed record EarlierRun(IReadOnlyList<string> Rows, IReadOnlyList<TimelineBar> Bars, TimelineMark Mark)
{
    private const string Word = "before";

    // Below the bars of a lane, which end at 0.25, and above what stands on top of the next lane.
    private const double Offset = 0.35;
    private const double Height = 0.12;

    /// <summary>Lays it out on the axis of the later run's picture.</summary>
    public static EarlierRun Of(Run before, TimelinePicture picture)
    {
        var own = picture.Scale is null ? LinesPicture.Of(before) : SecondsPicture.Of(before, TimeSpan.Zero);
        var factor = TimelineChart.UnitOf(own) / TimelineChart.UnitOf(picture);
        List<string> rows = [.. picture.Rows.Union(own.Rows, StringComparer.Ordinal)];
        var total = picture.Scale is { } scale ? before.Total / scale.Unit : before.Timeline.Lines.Count;
        return new EarlierRun(
            rows,
            [
                .. own.Bars.Select(bar =>
                    bar with
                    {
                        Row = rows.IndexOf(own.Rows[bar.Row]),
                        From = bar.From * factor,
                        Length = bar.Length * factor,
                        Hover = $"{Word}: {bar.Hover}",
                    }
                ),
            ],
            new TimelineMark(total, $"{Word} {before.TotalText}", "@muted", "dot")
        );
    }

    /// <summary>An axis long enough for it.</summary>
    public Axis Widened(Axis axis) => axis with { Width = Math.Max(axis.Width, WorkLabel.RoomBehind(LabelAt, Word)) };

    /// <summary>The strips.</summary>
    public IEnumerable<Trace> Traces() =>
        StatePalette
            .InOrder.Select(state => (State: state, Bars: Bars.Where(bar => bar.State == state).ToList()))
            .Where(strip => strip.Bars.Count > 0)
            .Select(strip =>
                PlotlyFigure.Trace(
                    "bar",
                    new
                    {
                        orientation = "h",
                        name = Word,
                        y = strip.Bars.Select(bar => bar.Row + Offset),
                        x = strip.Bars.Select(bar => bar.Length),
                        @base = strip.Bars.Select(bar => bar.From),
                        width = Height,
                        opacity = 0.5,
                        marker = new
                        {
                            color = $"@{StatePalette.Name(strip.State)}",
                            line = new { color = "@muted", width = 0.8 },
                        },
                        hovertext = strip.Bars.Select(bar => bar.Hover),
                        hoverinfo = "text",
                        textposition = "none",
                        showlegend = false,
                    }
                )
            );

    /// <summary>The word stands once, behind the strip that ends last and the line, so that it covers neither.</summary>
    public IEnumerable<object> Labels() =>
        Bars.OrderByDescending(End)
            .Take(1)
            .Select(last => new
            {
                x = LabelAt,
                y = last.Row + Offset,
                text = Word,
                xanchor = "left",
                xshift = 3,
                behind = true,
                showarrow = false,
                font = new { color = "@muted", size = 10 },
            });

    private double LabelAt => Bars.Select(End).Append(Mark.At).Max();

    private static double End(TimelineBar bar) => bar.From + bar.Length;
}
