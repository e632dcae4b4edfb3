using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notebooks.Tests.Comparison;

/// <summary>What can be said of an output that is shown: of a chart its data, trace by trace; of others the text.</summary>
internal static class ShownOutput
{
    private static readonly Regex Charts = new(
        """
        <figure class="abe-chart"[^>]*aria-label="(?<title>[^"]*)".*?<script type="application/json">(?<figure>.*?)</script>(\s*<script type="application/json" class="abe-cursor-data">(?<cursor>.*?)</script>)?
        """,
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    );

    // Whether a task that awaits what is done in no time waits for it, or has to wait for its turn, is of each run its own.
    private static readonly string[] States = ["running", "blocking", "waiting", "ready"];

    public static IEnumerable<(string Kind, string Value)> Facts(JsonElement output, bool isMeasured)
    {
        var text = output.GetProperty("text").GetString()!;
        yield return ("form", $"{output.GetProperty("kind").GetString()} {output.GetProperty("mime").GetString()}");
        var charts = Charts.Matches(text);
        foreach (var fact in charts.SelectMany(chart => Chart(chart, isMeasured)))
            yield return fact;
        if (charts.Count == 0 && !isMeasured)
            yield return ("text", Neutral.Text(text));
    }

    private static IEnumerable<(string Kind, string Value)> Chart(Match chart, bool isMeasured)
    {
        // How busy the machine was is of each run its own.
        var label = chart.Groups["title"].Value.Split(" (this machine was busy")[0];
        var title = $"chart \"{label}\"";
        using var figure = JsonDocument.Parse(chart.Groups["figure"].Value);
        var traces = figure.RootElement.GetProperty("data").EnumerateArray().ToList();
        var names = traces.Select(NameOf);
        yield return (
            $"{title}, traces",
            string.Join(", ", names.Where(name => !isMeasured || !States.Contains(name)))
        );
        if (isMeasured)
            yield break;
        foreach (var (i, trace) in traces.Index())
        foreach (var fact in Properties($"{title}, trace {i + 1}, {NameOf(trace)}", trace))
            yield return fact;
        foreach (var fact in Properties($"{title}, layout", figure.RootElement.GetProperty("layout")))
            yield return fact;
        if (chart.Groups["cursor"].Value is { Length: > 0 } cursor)
            yield return (
                $"{title}, cursor",
                Neutral.Cursor(cursor, withMoments: !MeasuredCells.PrintAtAnyMoment(label))
            );
    }

    private static string NameOf(JsonElement trace) =>
        trace.TryGetProperty("name", out var name) ? name.GetString()! : "without a name";

    private static IEnumerable<(string Kind, string Value)> Properties(string of, JsonElement element) =>
        element
            .EnumerateObject()
            .Select(property => ($"{of}, {property.Name}", Neutral.Text(property.Value.ToString())));
}
