using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>Charts that a reader makes with Plotly.NET in a notebook of their own.</summary>
public sealed class OwnChartTests : IAsyncLifetime
{
    private const string Notebook = """
        #!csharp

        #!import setup.dib

        #!csharp

        using Plotly.NET.CSharp;
        double[] x = [1, 2, 3, 4], y = [10, 30, 20, 40];
        Chart.Line<double, double, string>(x, y, Name: "one", ShowLegend: true)
            .WithXAxisStyle<double, double, string>(TitleText: "time")

        #!csharp

        display(Chart.Column<double, string, string>(y, Name: "two"));
        display(Chart.Heatmap<double, string, string, string>([[1, 2], [3, 4]]));
        Chart.Pie<double, string, string>(y, Labels: new[] { "a", "b", "c", "d" })

        """;

    private readonly string _clone = Directory.CreateTempSubdirectory("clone-").FullName;
    private HostRun _run = null!;

    public async ValueTask InitializeAsync()
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(_clone, "notebooks")).FullName;
        foreach (var part in (string[])["artifacts", "lib"])
            Directory.CreateSymbolicLink(Path.Combine(_clone, part), Path.Combine(Repository.Root, part));
        File.Copy(Path.Combine(Repository.NotebooksFolder, "setup.dib"), Path.Combine(notebooks, "setup.dib"));
        await File.WriteAllTextAsync(Path.Combine(notebooks, "own.dib"), Notebook);
        _run = await HostRun.StartInAsync(_clone, TestContext.Current.CancellationToken, "notebooks/own.dib");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task They_are_drawn_without_a_network_on_the_page_s_ground_and_in_the_page_s_colour(ColorScheme scheme)
    {
        _run.ExitCode.ShouldBe(0, _run.Printed);
        await using var browser = await OfflineBrowser.OpenAsync(scheme);
        var page = await browser.GoToAsync(_run.Page("own"));
        (await page.Locator(".abe-chart .abe-drawn").CountAsync()).ShouldBe(4);
        (await page.Locator(".abe-chart .main-svg:first-of-type").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
        var (text, words, ground) = await LookAsync(page);
        words.ShouldBe(text);
        ground.ShouldBe("rgba(0, 0, 0, 0)");
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task They_fit_a_phone()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light, width: 400);
        var page = await browser.GoToAsync(_run.Page("own"));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(400);
    }

    public ValueTask DisposeAsync()
    {
        _run.Dispose();
        Directory.Delete(_clone, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<(string Text, string Words, string Ground)> LookAsync(IPage page)
    {
        var look = await page.EvaluateAsync<string[]>(
            """
            [getComputedStyle(document.querySelector('.abe-chart')).color,
             document.querySelector('.xtitle').style.fill,
             document.querySelector('.main-svg').style.background]
            """
        );
        return (look[0], look[1], look[2]);
    }
}
