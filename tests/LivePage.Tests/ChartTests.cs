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
            "history",
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
