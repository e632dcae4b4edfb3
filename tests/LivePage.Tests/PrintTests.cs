using System.Text;
using System.Text.RegularExpressions;

namespace LivePage.Tests;

public sealed partial class PrintTests(ServedHost host)
{
    [Fact]
    public async Task On_paper_there_is_the_whole_notebook_and_no_button()
    {
        await using var notebook = await host.OpenAsync(
            "paper",
            "markdown\n\n# On paper",
            "csharp\n\nfor (var line = 1; line <= 100; line++) Console.WriteLine(line);",
            "html\n\n<div style=\"height: 300px; border: 1px solid\">a picture</div>",
            "csharp\n\nint last = 1;"
        );
        await notebook.RunAllAsync();
        await Expect(notebook.Cell(3).Locator("iframe")).ToHaveCSSAsync("height", "301px");

        var pages = Pages().Count(Encoding.Latin1.GetString(await notebook.Page.PdfAsync(new() { Format = "A4" })));
        await notebook.Page.EmulateMediaAsync(new() { Media = Media.Print });

        pages.ShouldBeInRange(2, 4);
        await Expect(notebook.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(notebook.Cell(2).Locator(".printed")).ToHaveCSSAsync("max-height", "none");
        var narrowest = await notebook.Page.EvaluateAsync<int>(
            "Math.min(...[...document.querySelectorAll('.row .body')].map((body) => body.offsetWidth))"
        );
        narrowest.ShouldBeGreaterThan(600);
    }

    [Fact]
    public async Task Charts_are_light_on_paper_and_afterwards_what_the_reader_chose()
    {
        await using var notebook = await host.OpenAsync(
            "light-paper",
            "csharp\n#!import setup.dib",
            Charts.OneSecond,
            "csharp\nTimelineChart.Of(run)"
        );
        await notebook.RunAllAsync();
        var frame = notebook.Cell(3).Locator("iframe").ContentFrame;
        var label = frame.Locator(".xtick text").First;
        await Expect(label).ToHaveCSSAsync("fill", "rgb(34, 38, 43)");
        await notebook.ChooseAsync("Theme", "dark");
        await Expect(label).ToHaveCSSAsync("fill", "rgb(226, 224, 219)");

        await label.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Expect(label).ToHaveCSSAsync("fill", "rgb(34, 38, 43)");
        await label.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");

        await Expect(label).ToHaveCSSAsync("fill", "rgb(226, 224, 219)");
    }

    [GeneratedRegex("/Type */Page\\b", RegexOptions.None, 1000)]
    private static partial Regex Pages();
}
