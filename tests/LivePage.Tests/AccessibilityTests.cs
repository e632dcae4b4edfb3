using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace LivePage.Tests;

/// <summary>What axe finds on the page, and inside its frames, in every look that a reader's system may ask for.</summary>
public sealed class AccessibilityTests(ServedHost host)
{
    private static readonly ViewportSize Wide = new() { Width = 1200, Height = 900 };

    private static readonly (string Name, BrowserNewContextOptions Options)[] Looks =
    [
        ("light", new() { ColorScheme = ColorScheme.Light, ViewportSize = Wide }),
        ("dark", new() { ColorScheme = ColorScheme.Dark, ViewportSize = Wide }),
        ("high contrast", new() { ForcedColors = ForcedColors.Active, ViewportSize = Wide }),
        (
            "narrow",
            new()
            {
                ViewportSize = new() { Width = 400, Height = 800 },
            }
        ),
    ];

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_in_any_look_before_and_after_running()
    {
        host.Add(
            "axe",
            "markdown\n\n# Axe\n\nA [link](04-greenlets.dib), and `code`.",
            "csharp\n#!import setup.dib",
            "csharp\n\n// knobs\nint[] work = [3, 1];\nvar clock = Clock.Virtual();\ndouble? predict = null;",
            """
            csharp
            var run = Recorder.Record("axe", clock, LowerBound.OneThread(work), () => {
                using var et = ElapsedTime.Start("Task One", work[0]);
                foreach (var item in work) { AsyncByExample.Clocks.Thread.Sleep(item * 1000); Console.WriteLine(item); }
            });
            runs.Keep(run);
            runs.Keep(run with { Id = new string('a', 32) });
            """,
            "csharp\n\nTimelineChart.Of(run)",
            "csharp\n\nfor (var i = 0; i < 100; i++) Console.WriteLine(new string('x', 300));\nthrow new Exception(\"on purpose\");"
        );
        var found = new List<string>();
        foreach (var (look, options) in Looks)
        {
            await using var visit = await Visit.BeginAsync(options);
            await CheckAsync(await visit.OpenAsync(host), $"{look}, contents", found);
            var notebook = await visit.OpenAsync(host, "axe");
            await CheckAsync(notebook.Page, $"{look}, not run", found);
        }
        await RunAsync();
        foreach (var (look, options) in Looks)
        {
            await using var notebook = await host.VisitAsync("axe", options);
            await Expect(notebook.Cell(5).Locator("iframe").ContentFrame.Locator(".xtick").First).ToBeVisibleAsync();
            await CheckAsync(notebook.Page, $"{look}, run", found);
            await notebook.EditAsync(4);
            await CheckAsync(notebook.Page, $"{look}, editing", found);
            await notebook.PressAsync("Escape");
            await notebook.PressAsync("?");
            await Expect(notebook.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await CheckAsync(notebook.Page, $"{look}, sheet", found);
            await notebook.PressAsync("Escape");
            await notebook.PressAsync("o");
            await Expect(notebook.Page.GetByRole(AriaRole.Dialog, new() { Name = "Outline" })).ToBeVisibleAsync();
            await CheckAsync(notebook.Page, $"{look}, outline", found);
            await notebook.PressAsync("Escape");
            await notebook.PressAsync("h");
            await Expect(notebook.Page.Locator(".pair")).ToBeVisibleAsync();
            await CheckAsync(notebook.Page, $"{look}, runs", found);
            await notebook.PressAsync("Escape");
            await notebook.Cell(5).Locator("iframe").ContentFrame.GetByText("zoom in").ClickAsync();
            await notebook.ClickAsync("View");
            await Expect(notebook.Page.GetByLabel("Theme")).ToBeFocusedAsync();
            await CheckAsync(notebook.Page, $"{look}, view", found);
        }

        found.ShouldBeEmpty();
    }

    private async Task RunAsync()
    {
        await using var notebook = await host.VisitAsync("axe");
        await notebook.ClickAsync("Run all");
        await notebook.IsAsync(6, "failed");
    }

    // The editor's own, twice in the page; and the library's figures, whose role readers' tools know all the same.
    private static readonly (string Rule, string Part)[] OfOthers =
    [
        ("landmark-unique", "monaco-status"),
        ("aria-allowed-role", "abe-chart"),
    ];

    private static async Task CheckAsync(IPage page, string where, List<string> found)
    {
        var result = await page.RunAxe();
        found.AddRange(
            result.Violations.SelectMany(rule =>
                rule.Nodes.Where(node => !IsOfOthers(rule.Id, node.Html))
                    .Select(node => $"{where}: {rule.Id} at {node.Target}: {node.Html}")
            )
        );
    }

    private static bool IsOfOthers(string rule, string html) =>
        OfOthers.Any(each => each.Rule == rule && html.Contains(each.Part, StringComparison.Ordinal));
}
