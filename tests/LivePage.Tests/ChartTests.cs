using System.Text.RegularExpressions;

namespace LivePage.Tests;

public sealed class ChartTests(ServedHost host)
{
    [Fact]
    public async Task Every_chart_of_a_notebook_draws_in_a_frame_that_cannot_touch_the_page()
    {
        await using var notebook = await host.VisitAsync("04-greenlets");
        await notebook.RunAllAsync();

        var frames = notebook.Page.Locator("iframe.frame");
        (await frames.CountAsync()).ShouldBeGreaterThan(5);
        for (var i = 0; i < await frames.CountAsync(); i++)
        {
            await frames.Nth(i).ScrollIntoViewIfNeededAsync();
            (await frames.Nth(i).GetAttributeAsync("sandbox")).ShouldBe("allow-scripts");
            var frame = frames.Nth(i).ContentFrame;
            await frame.Locator("body").WaitForAsync();
            await Expect(frame.Locator(".abe-canvas:not(.abe-drawn)")).ToHaveCountAsync(0);
        }
        await Expect(frames.First.ContentFrame.Locator(".abe-drawn")).ToBeVisibleAsync();
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Running_again_makes_no_steps_in_the_browsers_history()
    {
        await using var notebook = await host.OpenAsync(
            "running-again",
            "csharp\nvar n = 0;",
            "csharp\ndisplay(HTML($\"<p>{++n}</p>\"));"
        );
        await notebook.RunAllAsync();
        var shown = notebook.Cell(2).Locator("iframe.frame").ContentFrame.Locator("p");
        await Expect(shown).ToHaveTextAsync("1");
        var before = await notebook.Page.EvaluateAsync<int>("history.length");

        for (var run = 2; run <= 6; run++)
        {
            await notebook.RunAsync(2);
            await Expect(shown).ToHaveTextAsync($"{run}");
        }

        (await notebook.Page.EvaluateAsync<int>("history.length")).ShouldBe(before);
    }

    [Fact]
    public async Task A_frame_that_takes_the_place_of_another_is_as_high_until_it_says_otherwise()
    {
        await using var notebook = await host.OpenAsync("heights", "html\n<div style=\"height: 300px\">first</div>");
        await notebook.RunToEndAsync(1);
        var frame = notebook.Cell(1).Locator("iframe.frame");
        await notebook.Page.WaitForFunctionAsync(
            "() => parseInt(document.querySelector('iframe.frame').style.height) >= 300"
        );

        var heights = await frame.EvaluateAsync<string[]>(
            """
            async (before) => {
              const after = document.createElement("iframe");
              after.className = before.className;
              before.before(after);
              before.remove();
              await Promise.resolve();
              return [before, after].map((frame) => frame.style.height);
            }
            """
        );

        heights[1].ShouldBe(heights[0]);
    }

    [Fact]
    public async Task A_part_of_a_timeline_is_enlarged_by_keys_the_mouse_and_the_wheel_and_the_whole_comes_back()
    {
        await using var notebook = await host.OpenAsync(
            "zoom",
            "csharp\n#!import setup.dib",
            Charts.OneSecond,
            "csharp\nTimelineChart.Of(run)"
        );
        await notebook.RunAllAsync();
        var frame = notebook.Cell(3).Locator("iframe").ContentFrame;
        var said = frame.Locator(".abe-part output");
        var whole = frame.GetByRole(AriaRole.Button, new() { Name = "whole run" });

        await frame.GetByRole(AriaRole.Button, new() { Name = "zoom in" }).PressAsync("Enter");
        await Expect(said).ToHaveTextAsync("0.25 s to 0.76 s of 1.00 s");
        await frame.GetByRole(AriaRole.Button, new() { Name = "later" }).PressAsync("Enter");
        await Expect(said).ToHaveTextAsync("0.50 s to 1.00 s of 1.00 s");
        await Expect(frame.Locator(".xtick").First).Not.ToHaveTextAsync("0");
        await whole.PressAsync("Enter");
        await Expect(said).ToBeEmptyAsync();
        await Expect(whole).ToBeHiddenAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "zoom in" })).ToBeFocusedAsync();

        var plot = (await frame.Locator(".abe-canvas .nsewdrag").BoundingBoxAsync())!;
        var (x, y) = (plot.X + plot.Width / 2, plot.Y + plot.Height / 2);
        await notebook.Page.Mouse.MoveAsync(x, y);
        await notebook.Page.Keyboard.DownAsync("Control");
        await notebook.Page.Mouse.WheelAsync(0, -100);
        await notebook.Page.Keyboard.UpAsync("Control");
        await Expect(said).ToHaveTextAsync("0.10 s to 0.91 s of 1.00 s");
        await whole.ClickAsync();
        await notebook.Page.Mouse.MoveAsync(x, y);
        await notebook.Page.Mouse.DownAsync();
        await notebook.Page.Mouse.MoveAsync(x + plot.Width / 4, y);
        await notebook.Page.Mouse.UpAsync();
        await Expect(said)
            .ToHaveTextAsync(
                new Regex("^0.5[01] s to 0.7[5-7] s of 1.00 s$", RegexOptions.None, TimeSpan.FromSeconds(1))
            );
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_wheel_alone_scrolls_the_page_also_above_a_chart()
    {
        await using var notebook = await host.OpenAsync(
            "wheel",
            "csharp\n#!import setup.dib",
            Charts.OneSecond,
            "csharp\nTimelineChart.Of(run)"
        );
        await notebook.RunAllAsync();
        var frame = notebook.Cell(3).Locator("iframe").ContentFrame;
        await frame.Locator(".abe-canvas .nsewdrag").HoverAsync();
        var before = await notebook.Page.EvaluateAsync<int>("scrollY");

        await notebook.Page.Mouse.WheelAsync(0, 100);

        await notebook.Page.WaitForFunctionAsync("before => scrollY > before", before);
        await Expect(frame.Locator(".abe-part output")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task States_are_hidden_and_shown_by_the_legend_and_stay_so_in_another_theme_as_the_enlarged_part_does()
    {
        await using var notebook = await host.OpenAsync(
            "legend",
            "csharp\n#!import setup.dib",
            Charts.OneSecond,
            "csharp\nTimelineChart.Of(run)"
        );
        await notebook.RunAllAsync();
        var frame = notebook.Cell(3).Locator("iframe").ContentFrame;
        var entry = frame.GetByRole(AriaRole.Button, new() { Name = "blocking" });
        var bars = frame.Locator(".barlayer .point");
        await Expect(bars).ToHaveCountAsync(4);

        await entry.PressAsync("Enter");
        await Expect(bars).ToHaveCountAsync(3);
        await Expect(entry).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(entry).ToBeFocusedAsync();
        await Expect(frame.Locator("details pre")).ToContainTextAsync("blocking");
        await frame.GetByRole(AriaRole.Button, new() { Name = "zoom in" }).ClickAsync();
        var ink = await frame.Locator(".xtick text").First.EvaluateAsync<string>("text => text.style.fill");
        await notebook.ChooseAsync("Theme", "dark");
        await Expect(frame.Locator(".xtick text").First).Not.ToHaveCSSAsync("fill", ink);
        await Expect(bars).ToHaveCountAsync(3);
        await Expect(frame.Locator(".abe-part output")).ToHaveTextAsync("0.25 s to 0.76 s of 1.00 s");
        await frame.Locator(".legendtoggle").Nth(1).ClickAsync();

        await Expect(bars).ToHaveCountAsync(4);
        await Expect(entry).ToHaveAttributeAsync("aria-pressed", "true");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_charts_are_drawn_with_is_loaded_before_the_first_of_them_is_there()
    {
        const string Script = "document.documentElement.dataset.charts = 'can be drawn';";
        await using var notebook = await host.OpenAsync(
            "ahead",
            $"csharp\ndisplay(HTML(\"<script>{Script}</script>\"));",
            "csharp\n1"
        );
        var ahead = notebook.Page.Locator("iframe.ahead");
        await Expect(ahead).ToHaveCountAsync(0);

        await notebook.ClickAsync("Run all");

        await Expect(ahead.ContentFrame.Locator("html")).ToHaveAttributeAsync("data-charts", "can be drawn");
        await Expect(ahead).ToHaveAttributeAsync("sandbox", "allow-scripts");
        await Expect(ahead).ToBeHiddenAsync();
        notebook.Visit.Complaints.ShouldBeEmpty();
    }
}
