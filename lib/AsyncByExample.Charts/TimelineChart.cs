using AsyncByExample.Recording;
using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>A lane per task: who ran, who blocked, who waited and who was ready, to scale.</summary>
public static class TimelineChart
{
    private const int RowHeight = 62;
    private const int RowHeightWithEarlier = 76;
    private const double BarHeight = 0.5;
    private const int MostThreads = 3;

    // A bar of which so many make the width has no room for a line around it.
    private const double ThinShare = 240;

    /// <summary>
    /// The run's timeline in article seconds; where nobody waits for anything, in printed lines, because then their
    /// order is what there is to see.
    /// </summary>
    /// <param name="run">What was recorded; where it is null, the picture is a sentence that says so.</param>
    /// <param name="axis">The scale; null chooses.</param>
    /// <param name="besides">Another run whose timeline is to be compared: an axis of time goes on at least to its end.</param>
    /// <param name="player">Whether the run can be played below the picture from the start; otherwise the reader asks for it.</param>
    /// <param name="before">
    /// An earlier run of the same example, such as <see cref="RunStore.Before"/> finds it: where something differs, it is
    /// drawn pale below each lane, and the difference is said in words.
    /// </param>
    /// <param name="threads">Whether the threads that ran a task are named below its name.</param>
    public static Picture Of(
        Run? run,
        TimelineAxis? axis = null,
        Run? besides = null,
        bool player = false,
        Run? before = null,
        bool threads = false
    )
    {
        if (run is null)
            return Picture.NoRun;
        var scale = axis ?? (run.IsTimed ? TimelineAxis.Seconds : TimelineAxis.PrintedLines);
        var picture =
            scale == TimelineAxis.Seconds
                ? SecondsPicture.Of(run, besides?.Total ?? TimeSpan.Zero)
                : LinesPicture.Of(run);
        var difference = before is null ? null : RunDifference.Of(run, before);
        var earlier = difference is null ? null : EarlierRun.Of(before!, picture);
        var growing = run.IsUnderWay ? ", so far" : "";
        var title = TitleOf($"{run.Example}: timeline{growing}", picture.Omitted);
        var table = TimelineTable.Of(run, scale);
        if (difference is not null)
            table += $"{TimelineTable.Earlier(before!)}{difference}\n";
        var drawn = threads ? picture with { Rows = [.. run.Timeline.Lanes.Select(NameAndThreads)] } : picture;
        return new Picture(title, Draw(drawn, earlier), table)
        {
            Note = difference?.Words ?? "",
            Cursor = CursorTrack.KeyOf(run, scale) is { } key
                ? new Cursor([new CursorTrack(key, UnitOf(picture))], CursorMoments.Of(run, picture), player)
                : null,
        };
    }

    private static string NameAndThreads(LaneTimeline lane)
    {
        var threads = lane.Threads;
        var named = string.Join(", ", threads.Take(MostThreads));
        var more = threads.Count > MostThreads ? ", …" : "";
        return threads.Count == 0
            ? lane.Name
            : $"{lane.Name}<br>{(threads.Count == 1 ? "thread" : "threads")} {named}{more}";
    }

    private static GenericChart Draw(TimelinePicture picture, EarlierRun? earlier)
    {
        var axis = earlier?.Widened(picture.Axis) ?? picture.Axis;
        TimelineMark[] marks = [.. picture.Marks, .. earlier is null ? Array.Empty<TimelineMark>() : [earlier.Mark]];
        return PlotlyFigure.Rows(
            axis,
            earlier?.Rows ?? picture.Rows,
            earlier is null ? RowHeight : RowHeightWithEarlier,
            marks.Length,
            [
                .. BarsOf(picture.Bars, BarHeight, axis.Width),
                .. earlier?.Traces() ?? [],
                .. PinTraces.Of(picture.Pins),
                .. FailureTraces.Of(picture.Failures),
            ],
            [
                .. picture.Brackets.Select(Bracket),
                .. marks.Select(mark => PlotlyFigure.VerticalLine(mark.At, mark.Color, mark.Dash)),
            ],
            [
                .. picture.Brackets.Select(bracket => BracketLabel(bracket, axis.Width)),
                .. marks.Select((mark, i) => PlotlyFigure.TopLabel(mark.At, axis.Width, mark.Label, mark.Color, i)),
                .. earlier?.Labels() ?? [],
            ]
        );
    }

    /// <summary>A title that says in parentheses what the picture leaves out.</summary>
    internal static string TitleOf(string title, IReadOnlyCollection<string> omitted) =>
        omitted.Count > 0 ? $"{title} ({string.Join("; ", omitted)})" : title;

    /// <summary>What a picture's axis shows as 1, in seconds or printed lines.</summary>
    internal static double UnitOf(TimelinePicture picture) => picture.Scale?.Unit.TotalSeconds ?? 1;

    /// <summary>The bars of each state. What comes later is drawn on top: who holds the thread, and above all what is thin.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="height">Of a row.</param>
    /// <param name="width">Of the axis.</param>
    internal static IEnumerable<Trace> BarsOf(IReadOnlyList<TimelineBar> bars, double height, double width)
    {
        var byState = bars.ToLookup(bar => (bar.State, IsThin: bar.Length < width / ThinShare));
        return
        [
            .. StatePalette.InOrder.Reverse().Select(state => Bars([.. byState[(state, false)]], state, height)),
            .. StatePalette
                .InOrder.Reverse()
                .Where(state => byState.Contains((state, true)))
                .Select(state => Bars([.. byState[(state, true)]], state, height, isThin: true)),
        ];
    }

    private static Trace Bars(List<TimelineBar> bars, TaskState state, double height, bool isThin = false) =>
        PlotlyFigure.Trace(
            "bar",
            new
            {
                orientation = "h",
                name = StatePalette.Name(state),
                // A state that does not occur still has its place in the legend: that it is missing is news.
                y = bars.Count > 0 ? bars.Select(bar => (double?)bar.Row) : [null],
                x = bars.Count > 0 ? bars.Select(bar => (double?)bar.Length) : [null],
                @base = bars.Select(bar => bar.From),
                width = height,
                marker = StatePalette.Marker(state, isThin),
                hovertext = bars.Select(bar => bar.Hover),
                hoverinfo = "text",
                textposition = "none",
                showlegend = !isThin,
                // Both kinds of bars are hidden and shown together.
                legendgroup = StatePalette.Name(state),
                legendrank = StatePalette.InOrder.Index().Single(place => place.Item == state).Index,
            }
        );

    private static object Bracket(TimelineBracket bracket) =>
        new
        {
            type = "path",
            path = FormattableString.Invariant(
                $"M {bracket.From} {bracket.Row - 0.3} V {bracket.Row - 0.36} H {bracket.To} V {bracket.Row - 0.3}"
            ),
            line = new { color = "@muted", width = 1 },
        };

    private static object BracketLabel(TimelineBracket bracket, double width) =>
        new
        {
            x = (bracket.From + bracket.To) / 2,
            y = bracket.Row - 0.36,
            yanchor = "bottom",
            yshift = -2,
            text = bracket.Label,
            shorter = new[] { WorkLabel.Shorter(bracket.Label) },
            share = Math.Round((bracket.To - bracket.From) / width, 4),
            showarrow = false,
            font = new { color = "@muted", size = 11 },
        };
}
