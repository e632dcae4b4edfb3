using System.Globalization;
using System.Net;
using Dib.Running.Runs;

namespace Dib.Running.Pages;

/// <summary>A kept run as a small picture: a row of bars for each task, in the colours and patterns of the charts.</summary>
internal static class RunPicture
{
    /// <summary>A picture's width in its own units.</summary>
    internal const int Width = 640;

    /// <summary>The height of a task's bars.</summary>
    internal const int Bar = 14;

    /// <summary>How many tasks are drawn.</summary>
    internal const int MostRows = 8;

    private const int Row = 18;

    // Narrower bars cannot be seen, and there may be thousands of them.
    private const double Narrowest = 0.4;

    /// <param name="run">The run.</param>
    /// <param name="scale">The length that takes the whole width: seconds, or printed lines.</param>
    internal static string Of(KeptRun run, double scale)
    {
        var lanes = run.Timeline.Lanes.Take(MostRows).ToArray();
        var bars = lanes.Select((lane, row) => Bars(run, lane, row * Row + (Row - Bar) / 2, Bar, scale));
        return $"""<svg role="img" aria-label="{WebUtility.HtmlEncode(Text(run, lanes))}" viewBox="0 0 {Width} {Math.Max(lanes.Length, 1) * Row}">{string.Concat(bars)}</svg>""";
    }

    /// <summary>The patterns that the pictures of a page share, to stand on it once.</summary>
    internal const string Patterns = """
        <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="blocking" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--state-blocking)"/><rect width="1.2" height="5" fill="var(--state-page)"/></pattern>
        <pattern id="waiting" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="var(--state-waiting)"/><circle cx="2.5" cy="2.5" r="1" fill="var(--state-page)"/></pattern>
        <pattern id="ready" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="var(--state-ready)"/><rect y="2" width="5" height="0.8" fill="var(--state-ready-edge)"/></pattern>
        </defs></svg>
        """;

    /// <summary>What the four states look like.</summary>
    /// <param name="row">What a row is.</param>
    internal static string Legend(string row = "A row is a task") =>
        $"""<p class="legend">{row}: {string.Join(' ', Enum.GetValues<KeptState>().Select(state => $"<span><svg viewBox=\"0 0 24 14\" aria-hidden=\"true\"><rect class=\"{NameOf(state)}\" x=\"1\" y=\"1\" width=\"22\" height=\"12\"/></svg> {NameOf(state)}</span>"))}</p>""";

    /// <summary>What a task did, as a row of bars.</summary>
    /// <param name="scale">The length that takes the whole width.</param>
    internal static string Bars(KeptRun run, KeptLane lane, double y, double height, double scale) =>
        string.Concat(BarsOf(run, lane).Select(bar => Rectangle(bar, y, height, scale)));

    private static IEnumerable<(KeptState State, double From, double To)> BarsOf(KeptRun run, KeptLane lane) =>
        run.IsTimed
            ? lane.Intervals.Select(interval => (interval.State, interval.From.TotalSeconds, interval.To.TotalSeconds))
            : LinesOf(run.Timeline.Lines, lane);

    // From its first appearance to its last line a task either prints or could: somebody else holds the thread.
    private static IEnumerable<(KeptState State, double From, double To)> LinesOf(KeptLine[] lines, KeptLane lane)
    {
        var last = Array.FindLastIndex(lines, line => line.Lane == lane.Name);
        for (var i = lane.FirstLine; i <= last; i++)
            yield return (lines[i].Lane == lane.Name ? KeptState.Running : KeptState.Ready, i, i + 1);
    }

    private static string Rectangle(
        (KeptState State, double From, double To) bar,
        double y,
        double height,
        double scale
    )
    {
        var width = (bar.To - bar.From) / scale * Width;
        return width < Narrowest
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{NameOf(bar.State)}\" x=\"{bar.From / scale * Width:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{height}\"/>"
            );
    }

    private static string Text(KeptRun run, IEnumerable<KeptLane> lanes) =>
        string.Join("; ", lanes.Select(lane => $"{lane.Name}: {Text(run, lane)}"));

    /// <summary>How long a task was in each state, in words.</summary>
    internal static string Text(KeptRun run, KeptLane lane) =>
        string.Join(
            ", ",
            BarsOf(run, lane)
                .GroupBy(bar => bar.State, bar => bar.To - bar.From)
                .OrderBy(state => state.Key)
                .Select(state => (state.Key, Length: state.Sum()))
                .Where(state => state.Length >= run.Length / 100)
                .Select(state => $"{NameOf(state.Key)} {run.TextOf(state.Length)}")
        );

    private static string NameOf(KeptState state) => state.ToString().ToLowerInvariant();
}
