using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>
/// Lessons on a kernel that Visual Studio Code has started, as far as the kernel can tell, and their outputs in a document
/// like the one that the editor makes of them.
/// </summary>
public sealed class EditorTests(EditorRun run) : IClassFixture<EditorRun>
{
    private const string Editor = "http://editor.test/notebooks/";

    [Fact]
    public void Every_line_that_an_example_prints_arrives_and_in_order()
    {
        foreach (var notebook in run.Host.Notebooks)
            run.Host.PrintedByTheExample(notebook).ShouldBe(run.Elsewhere.PrintedByTheExample(notebook), notebook);
    }

    [Fact]
    public void The_setup_cell_shows_no_output_of_megabytes() => SetupOutput.Length.ShouldBeLessThan(1000);

    [Fact]
    public async Task A_chart_is_drawn_where_the_setup_s_output_is_not_on_the_page()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Dark);
        var page = await browser.ServeAsync(Editor, ServeAsync);
        await page.Locator(".abe-drawn .main-svg").First.WaitForAsync();
        (await page.Locator(".abe-drawn").CountAsync()).ShouldBe(2);
        (await page.Locator("head script").CountAsync()).ShouldBe(1, "the script comes once");
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chart_whose_script_the_editor_refuses_says_what_to_do()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Dark);
        var page = await browser.ServeAsync(
            Editor,
            route => route.Request.Url == Editor ? ServeAsync(route) : route.AbortAsync()
        );
        await Assertions.Expect(page.Locator(".abe-missing").First).ToContainTextAsync("run the setup cell again");
    }

    [Fact]
    public async Task A_script_that_could_not_be_fetched_is_fetched_when_the_setup_cell_is_run_again()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Dark);
        var refused = 0;
        var page = await browser.ServeAsync(
            Editor,
            route =>
                route.Request.Url == Editor || Interlocked.Increment(ref refused) > 1
                    ? ServeAsync(route)
                    : route.FulfillAsync(new() { Status = 404 })
        );
        await page.WaitForFunctionAsync("() => window.asyncByExampleFile === null");
        await page.EvaluateAsync(
            "html => document.body.append(document.createRange().createContextualFragment(html))",
            SetupOutput
        );
        await page.Locator(".abe-drawn .main-svg").First.WaitForAsync();
    }

    // As in VS Code, addresses are relative to the notebook's folder, and scripts of outputs run one by one as they are shown.
    private Task ServeAsync(IRoute route) =>
        route.Request.Url == Editor
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = Document })
            : route.FulfillAsync(new() { Path = Path.Join(Repository.Root, new Uri(route.Request.Url).AbsolutePath) });

    private string Document =>
        $"""
            <!DOCTYPE html><html><head></head>
            <body data-vscode-theme-kind="vscode-dark" style="background:#1e1e1e;color:#d4d4d4">{string.Concat(
                run.Host.Notebooks.Select(ChartOf)
            )}</body></html>
            """;

    private string SetupOutput =>
        run
            .Host.Cells("03-cooperative-blocking")
            .SelectMany(cell => HostRun.Outputs(cell, "display"))
            .First(text => text.Contains("<script>", StringComparison.Ordinal));

    private string ChartOf(string notebook) =>
        run
            .Host.Cells(notebook)
            .SelectMany(cell => HostRun.Outputs(cell, "result"))
            .First(text => text.Contains("<figure class=\"abe-chart\"", StringComparison.Ordinal));
}
