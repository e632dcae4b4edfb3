namespace LivePage.Tests;

public sealed class ChartTests(ServedHost host)
{
    [Fact]
    public async Task Every_chart_of_a_notebook_draws_in_a_frame_that_cannot_touch_the_page()
    {
        await using var visit = await Visit.BeginAsync();
        var notebook = await visit.OpenAsync(host, "04-greenlets");
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
        visit.Complaints.ShouldBeEmpty();
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
