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
        host.Add($"themes-{scheme}", "csharp\n\nint a = 1;");
        await using var notebook = await host.VisitAsync($"themes-{scheme}", new() { ColorScheme = scheme });

        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", background);
        var editor = await notebook.EditAsync(1);

        await Expect(editor.Locator($".monaco-editor.{theme}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_theme_that_the_reader_chooses_holds_for_cells_frames_and_editor_and_for_all_pages()
    {
        const string Light = "rgb(253, 252, 250)";
        const string Dark = "rgb(23, 25, 28)";
        host.Add("chosen", "csharp\n\nint a = 1;", "csharp\n\nHTML(\"<p>a picture</p>\")");
        await using var visit = await Visit.BeginAsync(new() { ColorScheme = ColorScheme.Light });
        var notebook = await visit.OpenAsync(host, "chosen");
        await notebook.RunToEndAsync(2);
        var frame = notebook.Cell(2).Locator("iframe").ContentFrame;
        await Expect(frame.Locator("html")).ToHaveCSSAsync("background-color", Light);
        await frame.Locator("body").EvaluateAsync("body => body.dataset.before = 'here'");
        var editor = await notebook.EditAsync(1);

        await notebook.ChooseAsync("Theme", "dark");

        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", Dark);
        await Expect(editor.Locator(".monaco-editor.vs-dark")).ToBeVisibleAsync();
        await Expect(frame.Locator("html")).ToHaveCSSAsync("background-color", Dark);
        await Expect(frame.Locator("body")).ToHaveAttributeAsync("data-before", "here");

        await notebook.Page.ReloadAsync();
        notebook = await NotebookOnPage.OnAsync(visit, notebook.Page);
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(frame.Locator("html")).ToHaveCSSAsync("background-color", Dark);
        await notebook.Page.GetByRole(AriaRole.Link, new() { Name = "Contents" }).ClickAsync();
        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", Dark);
        await notebook.ChooseAsync("Theme", "as the system");
        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", Light);
        await notebook.Page.GoBackAsync();
        await Expect(notebook.Page.Locator("body")).ToHaveCSSAsync("background-color", Light);
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prose_code_printed_lines_charts_and_the_editor_have_the_size_that_the_reader_chooses()
    {
        await using var notebook = await host.OpenAsync(
            "sizes",
            "csharp\n#!import setup.dib",
            $"{Charts.OneSecond}\nConsole.WriteLine(\"printed\");",
            "csharp\nTimelineChart.Of(run)",
            "markdown\n\nprose"
        );
        await notebook.RunAllAsync();
        var ticks = notebook.Cell(3).Locator("iframe").ContentFrame.Locator(".xtick text");
        await Expect(ticks.First).ToHaveCSSAsync("font-size", "13px");

        await notebook.ChooseAsync("Text size", "large");

        await Expect(notebook.Cell(2).Locator(".code")).ToHaveCSSAsync("font-size", "16.25px");
        await Expect(notebook.Cell(2).Locator(".printed")).ToHaveCSSAsync("font-size", "16.25px");
        await Expect(notebook.Cell(4).Locator(".prose")).ToHaveCSSAsync("font-size", "22.5px");
        await Expect(ticks.First).ToHaveCSSAsync("font-size", "16.25px");
        var editor = await notebook.EditAsync(2);
        await Expect(editor.Locator(".view-line").First).ToHaveCSSAsync("font-size", "16.25px");
        await notebook.ChooseAsync("Text size", "normal");
        await Expect(editor.Locator(".view-line").First).ToHaveCSSAsync("font-size", "13px");
        await Expect(ticks.First).ToHaveCSSAsync("font-size", "13px");
        notebook.Visit.Complaints.ShouldBeEmpty();
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
        host.Add("forced", "csharp\n#!import setup.dib", $"{Charts.OneSecond}\nTimelineChart.Of(run)");
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
        await notebook.PressAsync("Escape");
        await notebook.PressAsync("h");
        await Expect(notebook.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("No runs yet.");

        (await WidthAsync(notebook.Page)).ShouldBeLessThanOrEqualTo(400);
        await notebook.PressAsync("Escape");
        await notebook.ChooseAsync("Text size", "larger");
        await Expect(notebook.Page.Locator("html")).ToHaveCSSAsync("font-size", "24px");
        (await WidthAsync(notebook.Page)).ShouldBeLessThanOrEqualTo(400);
    }

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");
}
