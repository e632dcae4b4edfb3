using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>The pages in a browser that has no network.</summary>
public sealed class PageTests(VirtualRun run)
{
    public static TheoryData<string, ColorScheme> LessonsInBothSchemes =>
        [
            .. Repository.Lessons.SelectMany(path =>
                new[] { ColorScheme.Light, ColorScheme.Dark }.Select(scheme =>
                    (TheoryDataRow<string, ColorScheme>)(Path.GetFileNameWithoutExtension(path), scheme)
                )
            ),
        ];

    [Theory]
    [MemberData(nameof(LessonsInBothSchemes))]
    public async Task Every_chart_of_a_lesson_draws_without_a_network(string lesson, ColorScheme scheme)
    {
        await using var browser = await OfflineBrowser.OpenAsync(scheme);
        var page = await browser.GoToAsync(run.Host.Page(lesson));
        var charts = await page.Locator(".abe-chart").CountAsync();
        charts.ShouldBeGreaterThanOrEqualTo(2);
        (await page.Locator(".abe-chart .abe-drawn svg.main-svg >> nth=0").CountAsync()).ShouldBe(1);
        (await page.Locator(".abe-drawn").CountAsync()).ShouldBe(charts);
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Charts_take_the_page_s_colours_and_follow_their_change()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page("03-cooperative-blocking"));
        var light = await DarkenAsync(page);
        var dark = await ColorsAsync(page);
        light.Chart.ShouldBe(light.Page);
        dark.Chart.ShouldBe(dark.Page);
        dark.Chart.ShouldNotBe(light.Chart);
    }

    [Fact]
    public async Task A_chart_keeps_its_height_when_its_colours_and_then_its_width_change()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page("03-cooperative-blocking"));
        await DarkenAsync(page);
        await page.SetViewportSizeAsync(600, 800);
        await page.WaitForFunctionAsync("document.querySelector('.abe-drawn .main-svg').clientWidth < 600");
        var canvas = await page.Locator(".abe-drawn").First.BoundingBoxAsync();
        canvas!.Height.ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task A_chart_without_the_setup_s_output_says_what_it_needs_and_shows_its_numbers()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(WithoutScript(run.Host.Page("03-cooperative-blocking")));
        var chart = page.Locator(".abe-chart").First;
        (await chart.Locator(".abe-missing").InnerTextAsync()).ShouldContain("run that cell");
        (await chart.Locator("pre").TextContentAsync()).ShouldNotBeNull().ShouldContain("total 32.0 s");
    }

    [Fact]
    public async Task A_chart_that_was_there_before_the_script_is_drawn_when_it_comes()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var path = WithoutScript(run.Host.Page("03-cooperative-blocking"));
        var page = await browser.GoToAsync(path);
        await page.EvaluateAsync(
            "text => { const script = document.createElement('script'); script.text = text; document.body.append(script); }",
            Script(run.Host.Page("03-cooperative-blocking"))
        );
        (await page.Locator(".abe-drawn").CountAsync()).ShouldBe(await page.Locator(".abe-chart").CountAsync());
    }

    [Theory]
    [MemberData(nameof(LessonsInBothSchemes))]
    public async Task A_lesson_fits_a_phone(string lesson, ColorScheme scheme)
    {
        await using var browser = await OfflineBrowser.OpenAsync(scheme, width: 400);
        var page = await browser.GoToAsync(run.Host.Page(lesson));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public async Task How_a_long_output_starts_and_ends_is_in_sight_and_its_middle_is_folded_away()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page("03-cooperative-blocking"));
        var printed = page.Locator(".printed").First;
        (await printed.InnerTextAsync()).ShouldContain("24 more lines");
        (await printed.GetByText("Total elapsed time: 32.0").IsVisibleAsync()).ShouldBeTrue();
        (await printed.GetByText("Task One total: 15").IsVisibleAsync()).ShouldBeFalse();
        await printed.Locator("summary").ClickAsync();
        (await printed.GetByText("Task One total: 15").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_index_links_to_every_lesson()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(Path.Combine(run.Host.Pages, "index.html"));
        var links = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        );
        foreach (var lesson in Repository.Lessons)
            links.ShouldContain(Path.GetFileNameWithoutExtension(lesson) + ".html");
        browser.Complaints.ShouldBeEmpty();
    }

    private static async Task<(string Page, string Chart)> DarkenAsync(IPage page)
    {
        var light = await ColorsAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.WaitForFunctionAsync(
            "before => document.querySelector('.legendtext').style.fill !== before",
            light.Chart
        );
        return light;
    }

    private static async Task<(string Page, string Chart)> ColorsAsync(IPage page)
    {
        var colors = await page.EvaluateAsync<string[]>(
            """
            [getComputedStyle(document.querySelector('.abe-chart')).color, document.querySelector('.legendtext').style.fill]
            """
        );
        return (colors[0], colors[1]);
    }

    private static string Script(string path)
    {
        var html = File.ReadAllText(path);
        var start = html.IndexOf("// An editor's module loader", StringComparison.Ordinal);
        return html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)];
    }

    private static string WithoutScript(string path)
    {
        var copy = path.Replace(".html", "-without-script.html", StringComparison.Ordinal);
        File.WriteAllText(copy, File.ReadAllText(path).Replace(Script(path), "", StringComparison.Ordinal));
        return copy;
    }
}
