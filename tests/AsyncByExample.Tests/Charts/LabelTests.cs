using System.Text.Json;
using System.Text.RegularExpressions;
using AsyncByExample.Charts;
using AsyncByExample.Labs.Days;
using AsyncByExample.Tests.Days;
using Plotly.NET;

namespace AsyncByExample.Tests.Charts;

/// <summary>As far as it can be told without drawing: on a page of the usual width, a letter takes this part of it.</summary>
public class LabelTests
{
    private const double Letter = WorkLabel.RoomForLetter;

    private static readonly Run Blocking = Lesson.BlockingSleep.Record([15, 10, 5, 2]);
    private static readonly Run Waiting = Lesson.Greenlets.Record([15, 10, 5, 2]);

    public static TheoryData<string> Charts => new(Pictures.Keys);

    private static Dictionary<string, Func<Picture>> Pictures { get; } =
        new(StringComparer.Ordinal)
        {
            ["timeline"] = () => TimelineChart.Of(Blocking),
            ["timeline that waits"] = () => TimelineChart.Of(Waiting),
            ["elapsed"] = () => ElapsedChart.Of(Waiting, predict: 20),
            ["comparison"] = () => ComparisonChart.Of([Blocking, Waiting]),
            ["speed-up"] = () => SpeedUpChart.Of([Waiting, Blocking, Waiting]),
            ["side by side"] = () => SideBySideChart.Of([Blocking, Waiting]),
            ["lateness"] = () =>
                LatenessChart.Of([SmallDay.Synchronous(1, 8), SmallDay.WithPriorities(1, 8)], predict: 60),
        };

    [Theory, MemberData(nameof(Charts))]
    public void No_label_reaches_outside_its_plot(string chart)
    {
        using var figure = Figure(chart);
        var width = Width(figure);
        foreach (var label in Labels(figure))
        {
            var (from, to) = Extent(label, width);
            from.ShouldBeGreaterThanOrEqualTo(-0.01 * width, label.GetProperty("text").GetString());
            to.ShouldBeLessThanOrEqualTo(1.01 * width, label.GetProperty("text").GetString());
        }
    }

    [Theory, MemberData(nameof(Charts))]
    public void Words_behind_a_mark_begin_where_it_ends(string chart)
    {
        using var figure = Figure(chart);
        foreach (var label in Labels(figure).Where(label => label.TryGetProperty("behind", out _)))
        {
            label.GetProperty("xanchor").GetString().ShouldBe("left");
            label.GetProperty("xshift").GetDouble().ShouldBeGreaterThan(0);
        }
    }

    [Theory, MemberData(nameof(Charts))]
    public void Words_above_a_stretch_are_no_longer_than_it(string chart)
    {
        using var figure = Figure(chart);
        foreach (var label in Labels(figure).Where(label => label.TryGetProperty("share", out _)))
            (Words(label).Length * Letter).ShouldBeLessThanOrEqualTo(label.GetProperty("share").GetDouble() + 1e-4);
    }

    [Fact]
    public void In_time_and_too_late_differ_in_shape()
    {
        foreach (
            var picture in new[]
            {
                TimelineChart.Of(SmallDay.Synchronous(1, 8)),
                LatenessChart.Of([SmallDay.Synchronous(1, 8)]),
            }
        )
        {
            using var figure = JsonDocument.Parse(GenericChart.toFigureJson(picture.Figure));
            var symbols = figure
                .RootElement.GetProperty("data")
                .EnumerateArray()
                .Where(trace => trace.GetProperty("name").GetString() is "in time" or "too late")
                .Select(trace => trace.GetProperty("marker").GetProperty("symbol"))
                .Select(symbol => symbol.ValueKind == JsonValueKind.Array ? symbol[0] : symbol);
            symbols.Select(symbol => symbol.GetString()).ShouldBeUnique();
        }
    }

    private static JsonDocument Figure(string chart) =>
        JsonDocument.Parse(GenericChart.toFigureJson(Pictures[chart]().Figure));

    private static double Width(JsonDocument figure) =>
        figure.RootElement.GetProperty("layout").GetProperty("xaxis").GetProperty("range")[1].GetDouble();

    private static List<JsonElement> Labels(JsonDocument figure) =>
        [.. figure.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray()];

    private static string Words(JsonElement label) =>
        Regex.Replace(
            label.GetProperty("text").GetString()!,
            "<[^>]*>",
            "",
            RegexOptions.None,
            TimeSpan.FromSeconds(10)
        );

    private static (double From, double To) Extent(JsonElement label, double width)
    {
        var (x, length) = (label.GetProperty("x").GetDouble(), Words(label).Length * Letter * width);
        return (label.TryGetProperty("xanchor", out var anchor) ? anchor.GetString() : "center") switch
        {
            "left" => (x, x + length),
            "right" => (x - length, x),
            _ => (x - length / 2, x + length / 2),
        };
    }
}
