namespace LivePage.Tests;

/// <summary>Charts that move together, and with the cells.</summary>
public sealed class CursorTests(ServedHost host)
{
    private const string Setup = "csharp\n#!import setup.dib";

    private const string Work = """
        csharp
        void Work(string name) {
            using var et = ElapsedTime.Start(name, 2);
            for (var x = 0; x < 2; x++) {
                Console.WriteLine($"{name} running");
                AsyncByExample.Clocks.Thread.Sleep(1000);
            }
        }
        """;

    private const string Record = """
        csharp
        Console.WriteLine("not recorded");
        var run = Recorder.Record("two", Clock.Virtual(), LowerBound.OneThread([2, 2]), () => {
            Work("Task One");
            Work("Task Two");
        });
        """;

    [Fact]
    public async Task A_moment_marks_the_line_of_code_that_held_the_thread_and_the_line_printed_last()
    {
        await using var notebook = await host.OpenAsync(
            "moments",
            Setup,
            Work,
            Record,
            "csharp\nTimelineChart.Of(run, player: true)",
            "csharp\nElapsedChart.Of(run)"
        );
        await notebook.RunAllAsync();
        await IsDrawnAsync(notebook, 5);

        await Range(notebook, 4).FillAsync("2.5");
        await IsMarkedAsync(notebook, "held-line", "AsyncByExample.Clocks.Thread.Sleep(1000);");
        await IsMarkedAsync(notebook, "printed-line", "Task Two running");
        var followers = Frame(notebook, 5).Locator(".abe-line:not([hidden])");
        await Expect(followers).ToHaveCountAsync(3);
        await Expect(followers.First).ToHaveAttributeAsync("data-x", "2");
        await Expect(followers.Nth(1)).ToHaveAttributeAsync("data-x", "0.5");

        await Frame(notebook, 4).GetByRole(AriaRole.Button, new() { Name = "Step", Exact = true }).ClickAsync();
        await IsMarkedAsync(notebook, "held-line", "Console.WriteLine($\"{name} running\");");
        await Expect(followers.Nth(1)).ToHaveAttributeAsync("data-x", "1");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Playing_moves_all_charts_until_it_is_paused()
    {
        await using var notebook = await host.OpenAsync(
            "playing",
            Setup,
            Work,
            Record,
            "csharp\nTimelineChart.Of(run, player: true)",
            "csharp\nTimelineChart.Of(run, player: true)"
        );
        await notebook.RunAllAsync();
        await IsDrawnAsync(notebook, 5);

        var play = Frame(notebook, 4).Locator(".abe-play");
        await play.ClickAsync();
        await Expect(Range(notebook, 5)).Not.ToHaveAttributeAsync("aria-valuetext", "0.00 s");
        await play.ClickAsync();
        await Expect(play).ToHaveTextAsync("▶ Play");
        var reached = await Range(notebook, 4).GetAttributeAsync("aria-valuetext");
        await Expect(Range(notebook, 5)).ToHaveAttributeAsync("aria-valuetext", reached!);
    }

    [Fact]
    public async Task The_controls_come_when_the_reader_asks_for_them_and_play_at_once()
    {
        await using var notebook = await host.OpenAsync("asked", Setup, Work, Record, "csharp\nTimelineChart.Of(run)");
        await notebook.RunAllAsync();
        await IsDrawnAsync(notebook, 4);

        var ask = Frame(notebook, 4).GetByRole(AriaRole.Button, new() { Name = "play this run" });
        await Expect(Range(notebook, 4)).ToBeHiddenAsync();
        await Expect(Frame(notebook, 4).Locator(".abe-line:not([hidden])")).ToHaveCountAsync(0);
        await ask.FocusAsync();
        await notebook.Page.Keyboard.PressAsync("Enter");
        await Expect(ask).ToBeHiddenAsync();
        await Expect(Frame(notebook, 4).Locator(".abe-play")).ToBeFocusedAsync();
        await Expect(Range(notebook, 4)).Not.ToHaveAttributeAsync("aria-valuetext", "0.00 s");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeline_grows_in_its_frame_while_the_example_runs()
    {
        var gate = host.PathOf("growing.gate");
        await using var notebook = await host.OpenAsync(
            "growing",
            Setup,
            $$"""
            csharp
            var run = Recorder.Record("slow", Clock.Virtual(), LowerBound.OneThread([2]), () => {
                using var et = ElapsedTime.Start("Task One", 2);
                Console.WriteLine("first");
                AsyncByExample.Clocks.Thread.Sleep(1000);
                while (!System.IO.File.Exists("{{Path.GetFileName(gate)}}"))
                    System.Threading.Thread.Sleep(10);
                Console.WriteLine("second");
                AsyncByExample.Clocks.Thread.Sleep(1000);
            });
            """
        );
        await notebook.ClickAsync("Run all");

        var time = Frame(notebook, 2).Locator(".abe-controls output");
        await Expect(time).ToHaveTextAsync("1.00 s");
        await Expect(Frame(notebook, 2).Locator("figcaption")).ToHaveTextAsync("slow: timeline, so far");
        await IsMarkedAsync(notebook, "printed-line", "first");
        await notebook.IsAsync(2, "running");
        await Frame(notebook, 2).Locator("body").EvaluateAsync("body => body.dataset.before = 'here'");

        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);
        await notebook.HasRunAllAsync();
        await Expect(Frame(notebook, 2).Locator("figcaption")).ToHaveTextAsync("slow: timeline");
        await Expect(Frame(notebook, 2).GetByText("play this run")).ToBeVisibleAsync();
        await Expect(Frame(notebook, 2).Locator("body")).ToHaveAttributeAsync("data-before", "here");
        (await TopsAsync(notebook.Cell(2).Locator("iframe.frame, .printed"))).ShouldBe(["IFRAME", "first", "second"]);
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_frame_says_of_moments_and_cells_that_there_are_not_is_not_heard()
    {
        await using var notebook = await host.OpenAsync("forged", "csharp\ndisplay(HTML(\"<p>forged</p>\"));");
        await notebook.ClickAsync("Run all");
        await Frame(notebook, 1)
            .GetByText("forged")
            .EvaluateAsync(
                """
                () => {
                  const run = "0".repeat(32), source = { file: "cell 1", line: 1 }, printed = { file: "cell 1", line: 0, first: "", text: "" };
                  for (const cursor of [
                    null, 7, { run: ["x"], at: 1, source }, { run, at: "1", source }, { run, at: -1, source }, { run, at: NaN, source },
                    { run, at: 1, source: { file: "<b>", line: 1 } }, { run, at: 1, source: { file: "cell 1", line: 1e9 } },
                    { run, at: 1, source: { file: "cell 99", line: 1 } }, { run, at: 1, printed: { ...printed, text: 7 } },
                  ]) parent.postMessage({ cursor }, "*");
                  parent.postMessage({ height: 77 }, "*");
                }
                """
            );
        await Expect(notebook.Cell(1).Locator("iframe.frame")).ToHaveCSSAsync("height", "77px");
        await IsMarkedAsync(notebook, "held-line", "");
        await IsMarkedAsync(notebook, "last-line", "");
        await IsMarkedAsync(notebook, "printed-line", "");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    // What stands below what, whatever the order in the document.
    private static Task<string[]> TopsAsync(ILocator outputs) =>
        outputs.EvaluateAllAsync<string[]>(
            """
            outputs => outputs
              .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
              .map(each => each.innerText.trim() || each.tagName)
            """
        );

    private static IFrameLocator Frame(NotebookOnPage notebook, int cell) =>
        notebook.Cell(cell).Locator("iframe.frame").First.ContentFrame;

    // A chart that is not there yet does not hear of the moment that another shows.
    private static Task IsDrawnAsync(NotebookOnPage notebook, int cell) =>
        Expect(Frame(notebook, cell).Locator(".abe-drawn").First).ToBeVisibleAsync();

    private static ILocator Range(NotebookOnPage notebook, int cell) =>
        Frame(notebook, cell).Locator(".abe-controls input");

    private static async Task IsMarkedAsync(NotebookOnPage notebook, string mark, string text) =>
        await notebook.Page.WaitForFunctionAsync(
            "([mark, text]) => [...(CSS.highlights.get(mark) ?? [])].map(range => range.toString().trim()).join() === text",
            new[] { mark, text }
        );
}
