using System.Text.Json;
using AsyncByExample.Charts;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Charts;

public class PaletteTests
{
    // WCAG 2.2, 1.4.11: what one needs to see to understand a picture.
    private const double LeastContrast = 3;

    // Of 100: more than anybody overlooks between two neighbours.
    private const double LeastDifference = 10;

    private static readonly Dictionary<string, Dictionary<string, string>> Themes = JsonSerializer.Deserialize<
        Dictionary<string, Dictionary<string, string>>
    >(ChartScript.Palette)!;

    // What charts stand on: our page, editors, a sheet of paper and, where the system forces colours, pure black or white.
    private static readonly Dictionary<string, string[]> Grounds = new(StringComparer.Ordinal)
    {
        ["light"] = ["#ffffff", "#fdfcfa", "#f8f8f8"],
        ["dark"] = ["#000000", "#17191c", "#1f1f1f"],
    };

    private static readonly TaskState[] Filled = [TaskState.Running, TaskState.Blocking, TaskState.Waiting];

    public static TheoryData<string> ThemeNames => new("light", "dark");

    [Theory, MemberData(nameof(ThemeNames))]
    public void Every_state_stands_out_from_every_page(string theme)
    {
        foreach (var ground in Grounds[theme])
        {
            foreach (var state in Filled)
                ContrastOf(theme, Fill(state), ground).ShouldBeGreaterThanOrEqualTo(LeastContrast, $"{state}");
            ContrastOf(theme, Edge(TaskState.Ready), ground).ShouldBeGreaterThanOrEqualTo(LeastContrast);
        }
    }

    [Theory, MemberData(nameof(ThemeNames))]
    public void Where_two_states_touch_their_fills_differ_or_a_line_between_them_differs_from_both(string theme)
    {
        foreach (var state in Filled)
        {
            ContrastOf(theme, Fill(state), Fill(TaskState.Ready)).ShouldBeGreaterThanOrEqualTo(LeastContrast);
            ContrastOf(theme, Fill(state), Edge(state)).ShouldBeGreaterThanOrEqualTo(LeastContrast, $"{state}");
        }
        ContrastOf(theme, Fill(TaskState.Ready), Edge(TaskState.Ready)).ShouldBeGreaterThanOrEqualTo(LeastContrast);
        Filled.Select(Edge).Distinct().ShouldHaveSingleItem("the line belongs to both of its neighbours");
    }

    [Theory, MemberData(nameof(ThemeNames))]
    public void Whoever_lacks_a_kind_of_cone_tells_the_states_apart_by_their_lightness(string theme)
    {
        foreach (var eye in ColorVision.Eyes.Keys)
        {
            var lightness = StatePalette
                .InOrder.Select(state => ColorVision.Lightness(Themes[theme][Fill(state)[1..]], eye))
                .Order()
                .ToList();
            lightness
                .Skip(1)
                .Zip(lightness, (lighter, darker) => lighter - darker)
                .Min()
                .ShouldBeGreaterThanOrEqualTo(LeastDifference, eye);
        }
    }

    [Fact]
    public void Every_state_has_a_pattern_of_its_own() =>
        StatePalette.InOrder.Select(StatePalette.Pattern).ShouldBeUnique();

    [Theory, MemberData(nameof(ThemeNames))]
    public void Every_other_mark_and_line_stands_out_from_every_page(string theme)
    {
        foreach (var name in new[] { "accent", "guess", "task", "total", "cursor" })
        foreach (var ground in Grounds[theme])
            ContrastOf(theme, $"@{name}", ground).ShouldBeGreaterThanOrEqualTo(LeastContrast, name);
    }

    [Theory, MemberData(nameof(ThemeNames))]
    public void Words_on_a_bar_and_in_the_accent_s_colour_can_be_read(string theme)
    {
        const double legible = 4.5;
        ContrastOf(theme, "@ink", "@task").ShouldBeGreaterThanOrEqualTo(legible);
        foreach (var ground in Grounds[theme])
            ContrastOf(theme, "@accent", ground).ShouldBeGreaterThanOrEqualTo(legible);
    }

    [Fact]
    public void Lines_that_share_a_colour_differ_in_symbol_and_in_dashes()
    {
        var eight = Enumerable.Range(0, 8).ToList();
        eight.Select(SeriesPalette.Symbol).ShouldBeUnique();
        eight.Select(SeriesPalette.Dash).ShouldBeUnique();
    }

    [Fact]
    public void The_simulation_knows_what_red_and_green_are_to_whom()
    {
        ColorVision.Contrast("#000000", "#ffffff").ShouldBe(21, 0.001);
        ColorVision.Lightness("#ff0000", "protanopia").ShouldBeLessThan(ColorVision.Lightness("#ff0000", "all cones"));
        ColorVision.Lightness("#808080", "deuteranopia").ShouldBe(ColorVision.Lightness("#808080", "all cones"), 0.1);
    }

    private static string Fill(TaskState state) => $"@{StatePalette.Name(state)}";

    private static string Edge(TaskState state) => StatePalette.Edge(state);

    private static double ContrastOf(string theme, string one, string other) =>
        ColorVision.Contrast(Value(theme, one), Value(theme, other));

    private static string Value(string theme, string color) => color[0] == '@' ? Themes[theme][color[1..]] : color;
}
