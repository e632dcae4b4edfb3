using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>Outputs in a document like the one that Visual Studio Code makes of a notebook's outputs.</summary>
public sealed class EditorTests(VirtualRun run)
{
    [Fact]
    public async Task A_chart_is_drawn_where_the_setup_s_output_is_not_on_the_page()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Dark);
        var page = await browser.GoToAsync(DocumentWith(ChartOf("03-cooperative-blocking"), ChartOf("04-greenlets")));
        await Assertions.Expect(page.Locator(".abe-drawn .main-svg").First).ToBeVisibleAsync();
        (await page.Locator(".abe-drawn").CountAsync()).ShouldBe(2);
        (await page.Locator("head script").CountAsync()).ShouldBe(1, "the script comes once");
        browser.Complaints.ShouldBeEmpty();
    }

    private string ChartOf(string notebook) =>
        run
            .Host.Cells(notebook)
            .SelectMany(cell => HostRun.Outputs(cell, "result"))
            .First(text => text.Contains("<figure class=\"abe-chart\""));

    // As in VS Code, links are relative to the notebook's folder, and scripts of outputs run one by one as they are shown.
    private string DocumentWith(params string[] outputs)
    {
        var path = Path.Combine(run.Host.Pages, "editor.html");
        File.WriteAllText(
            path,
            $"""
            <!DOCTYPE html><html><head><base href="{new Uri(Repository.NotebooksFolder).AbsoluteUri}/"></head>
            <body data-vscode-theme-kind="vscode-dark" style="background:#1e1e1e;color:#d4d4d4">{string.Concat(
                outputs
            )}</body></html>
            """
        );
        return path;
    }
}
