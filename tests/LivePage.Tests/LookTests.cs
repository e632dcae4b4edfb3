namespace LivePage.Tests;

public sealed class LookTests(ServedHost host)
{
    [Theory]
    [InlineData(ColorScheme.Light, "rgb(253, 252, 250)", "vs")]
    [InlineData(ColorScheme.Dark, "rgb(23, 25, 28)", "vs-dark")]
    public async Task The_page_and_its_editor_follow_the_systems_theme(
        ColorScheme scheme,
        string background,
        string theme
    )
    {
        host.Add("themes", "csharp\n\nint a = 1;");
        await using var notebook = await host.VisitAsync("themes", new() { ColorScheme = scheme });

        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", background);
        var editor = await notebook.EditAsync(1);

        await Expect(editor.Locator($".monaco-editor.{theme}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_high_contrast_nothing_is_pale()
    {
        host.Add("contrast", "csharp\n\nint a = 1;");
        await using var notebook = await host.VisitAsync(
            "contrast",
            new() { Contrast = Contrast.More, ColorScheme = ColorScheme.Light }
        );

        var text = await notebook.Page.EvaluateAsync<string>("getComputedStyle(document.body).color");
        await Expect(notebook.Cell(1).Locator(".facts")).ToHaveCSSAsync("color", text);
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveCSSAsync("opacity", "1");
        var editor = await notebook.EditAsync(1);

        await Expect(editor.Locator(".monaco-editor.hc-light")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_the_system_chooses_the_colours_a_charts_words_have_that_of_its_text()
    {
        host.Add(
            "forced",
            "csharp\n#!import setup.dib",
            """
            csharp
            TimelineChart.Of(Recorder.Record("one", Clock.Virtual(), LowerBound.OneThread([1]), () => {
                using var et = ElapsedTime.Start("Task One", 1);
                AsyncByExample.Clocks.Thread.Sleep(1000);
            }))
            """
        );
        await using var notebook = await host.VisitAsync(
            "forced",
            new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark }
        );
        await notebook.RunAllAsync();

        var frame = notebook.Cell(2).Locator("iframe.frame").First.ContentFrame;
        var colour = await frame
            .Locator("body")
            .EvaluateAsync<string>(
                """
                body => {
                  const text = body.appendChild(document.createElement("p"));
                  text.style = "forced-color-adjust: none; color: CanvasText";
                  return getComputedStyle(text).color;
                }
                """
            );
        await Expect(frame.Locator(".xtick text").First).ToHaveCSSAsync("fill", colour);
    }

    [Fact]
    public async Task A_page_400_pixels_wide_scrolls_only_downwards_and_all_buttons_can_be_reached()
    {
        await using var notebook = await host.VisitAsync(
            "06-http-greenlets",
            new()
            {
                ViewportSize = new() { Width = 400, Height = 800 },
            }
        );
        var page = await notebook.Visit.OpenAsync(host);
        (await WidthAsync(page)).ShouldBeLessThanOrEqualTo(400);

        (await WidthAsync(notebook.Page)).ShouldBeLessThanOrEqualTo(400);
        foreach (var name in new[] { "Next step", "Run all", "Restart and run all", "Download", "Keys" })
            await notebook
                .Toolbar.GetByText(name)
                .Or(notebook.Toolbar.GetByLabel(name))
                .Last.ClickAsync(new() { Trial = true });
        await notebook.EditAsync(5);
        await notebook.PressAsync("Escape");
        await notebook.PressAsync("?");
        await Expect(notebook.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        (await WidthAsync(notebook.Page)).ShouldBeLessThanOrEqualTo(400);
    }

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");
}
