using System.Globalization;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>The time cursor of a written page: what went on at a moment, and charts that move together.</summary>
public sealed class CursorTests(VirtualRun run)
{
    private const string Blocking = "03-cooperative-blocking";
    private const string Greenlets = "04-greenlets";

    [Fact]
    public async Task A_moment_of_a_blocking_sleep_has_a_holder_at_its_line_and_another_task_that_is_ready()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Blocking));
        await SetAsync(page, 4.5);
        (await TimeAsync(page)).ShouldBe("4.5 s");
        (await SaidAsync(page, "thread")).ShouldBe(
            $"Task One · blocking at MyTask, {await PlaceAsync(page, "Thread.Sleep")}"
        );
        (await SaidAsync(page, "ready")).ShouldBe("Task Two");
        (await SaidAsync(page, "waiting")).ShouldBe("nobody");
        (await page.Locator(".abe-newest").First.InnerTextAsync()).ShouldBe("Task One running");
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moment_of_cooperative_sleeps_has_a_free_thread_and_sleepers_with_their_times()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Greenlets));
        await SetAsync(page, 8.5);
        (await SaidAsync(page, "thread")).ShouldBe(
            $"free; held last at MyTask, {await PlaceAsync(page, "Task {name} running")}"
        );
        (await SaidAsync(page, "ready")).ShouldBe("nobody");
        (await SaidAsync(page, "waiting")).ShouldBe("Task One until 9.0 s, Task Two until 9.0 s");
    }

    [Fact]
    public async Task A_step_goes_to_the_next_printed_line_even_where_no_time_passes_between_two()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Greenlets));
        var forth = page.GetByRole(AriaRole.Button, new() { Name = "Step", Exact = true }).First;
        await forth.ClickAsync();
        (await SaidAsync(page, "printed")).ShouldBe("Task One running");
        (await SaidAsync(page, "thread")).ShouldStartWith("Task One · running at MyTask");
        await forth.ClickAsync();
        (await SaidAsync(page, "printed")).ShouldBe("Task One running\nTask Two running");
        (await SaidAsync(page, "thread")).ShouldStartWith("Task Two · running at MyTask");
        (await TimeAsync(page)).ShouldBe("0.0 s");
        await forth.ClickAsync();
        (await SaidAsync(page, "waiting")).ShouldBe("Task One until 1.0 s, Task Two until 1.0 s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Step back" }).First.ClickAsync();
        (await SaidAsync(page, "printed")).ShouldBe("Task One running\nTask Two running");
    }

    [Fact]
    public async Task The_arrow_keys_step_too_and_the_moment_is_said_in_words()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Blocking));
        var range = Range(page);
        await range.FocusAsync();
        foreach (var (key, time) in new[] { ("ArrowRight", "0.0 s"), ("End", "32.0 s"), ("ArrowLeft", "31.0 s") })
        {
            await page.Keyboard.PressAsync(key);
            (await range.GetAttributeAsync("aria-valuetext")).ShouldBe(time);
        }
    }

    [Fact]
    public async Task The_pointer_looks_at_a_moment_and_a_click_stays_there()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Blocking));
        var canvas = page.Locator(".abe-moves .abe-canvas").First;
        await canvas.HoverAsync(
            new()
            {
                Position = new() { X = 500, Y = 120 },
            }
        );
        var seen = await TimeAsync(page);
        seen.ShouldNotBe("0.0 s");
        await Range(page).HoverAsync();
        (await TimeAsync(page)).ShouldBe("0.0 s");
        await canvas.ClickAsync(
            new()
            {
                Position = new() { X = 500, Y = 120 },
            }
        );
        await Range(page).HoverAsync();
        (await TimeAsync(page)).ShouldBe(seen);
    }

    [Fact]
    public async Task Another_chart_of_the_same_run_follows_and_one_of_another_run_does_not()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Greenlets));
        await SetAsync(page, 16);
        (await XsAsync(page, "4 greenlets: elapsed time")).ShouldBe([16, 15, 16]);
        (await XsAsync(page, "4 with async/await: timeline")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Playing_goes_on_until_it_is_paused()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Blocking), withClock: true);
        var play = page.Locator(".abe-play").First;
        await play.ClickAsync();
        await page.Clock.RunForAsync(5000);
        var reached = await SecondsAsync(page);
        reached.ShouldBe(8, tolerance: 0.2, "it plays all 32 seconds in 20");
        await play.ClickAsync();
        reached = await SecondsAsync(page);
        await page.Clock.RunForAsync(5000);
        (await SecondsAsync(page)).ShouldBe(reached);
    }

    [Fact]
    public async Task Where_movement_is_not_wanted_playing_jumps_from_event_to_event()
    {
        await using var browser = await OfflineBrowser.OpenAsync(ColorScheme.Light);
        var page = await browser.GoToAsync(run.Host.Page(Blocking), withClock: true);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Locator(".abe-play").First.ClickAsync();
        await page.Clock.RunForAsync(5300);
        (await SecondsAsync(page)).ShouldBe(8);
    }

    private static ILocator Range(IPage page) => page.Locator(".abe-controls input").First;

    private static Task SetAsync(IPage page, double seconds) =>
        Range(page).FillAsync(seconds.ToString(CultureInfo.InvariantCulture));

    private static Task<string> TimeAsync(IPage page) => page.Locator(".abe-controls output").First.InnerTextAsync();

    private static async Task<double> SecondsAsync(IPage page) =>
        double.Parse((await TimeAsync(page)).Replace(" s", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static async Task<string> SaidAsync(IPage page, string what) =>
        (await page.Locator($".abe-moment dt:text-is('{what}') + dd").First.InnerTextAsync()).Trim();

    private static Task<double[]> XsAsync(IPage page, string chart) =>
        page.Locator($".abe-chart[aria-label='{chart}'] .abe-line:not([hidden])")
            .EvaluateAllAsync<double[]>("lines => lines.map(line => Math.round(1000 * line.dataset.x) / 1000)");

    // Where a text stands in the page's code, as the recording names it.
    private static Task<string> PlaceAsync(IPage page, string text) =>
        page.EvaluateAsync<string>(
            """
            text => {
              const cell = [...document.querySelectorAll(".cell")].find((each) => each.querySelector(".code").textContent.includes(text));
              const line = cell.querySelector(".code").textContent.split("\n").findIndex((each) => each.includes(text)) + 1;
              return `cell ${cell.id.replace("cell-", "")}, line ${line}`;
            }
            """,
            text
        );
}
