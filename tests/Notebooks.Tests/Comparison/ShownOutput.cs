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
        foreach (var (i, trace) in figure.RootElement.GetProperty("data").EnumerateArray().Index())
        {
            var name = trace.TryGetProperty("name", out var named) ? named.GetString() : "without a name";
            yield return ($"{title}, trace {i + 1}", name!);
            foreach (var fact in isMeasured ? [] : Properties($"{title}, trace {i + 1}, {name}", trace))
                yield return fact;
        }
        if (isMeasured)
            yield break;
        foreach (var fact in Properties($"{title}, layout", figure.RootElement.GetProperty("layout")))
            yield return fact;
        if (chart.Groups["cursor"].Value is { Length: > 0 } cursor)
            yield return (
                $"{title}, cursor",
                Neutral.Cursor(cursor, withMoments: !MeasuredCells.PrintAtAnyMoment(label))
            );
    }

    private static IEnumerable<(string Kind, string Value)> Properties(string of, JsonElement element) =>
        element
            .EnumerateObject()
            .Select(property => ($"{of}, {property.Name}", Neutral.Text(property.Value.ToString())));
}
