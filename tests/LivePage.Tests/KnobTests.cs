namespace LivePage.Tests;

public sealed class KnobTests(ServedHost host)
{
    // What the library has, as far as the form looks at it.
    private const string StandIns =
        "csharp\n\nstatic class Clock { public static string Real(int speed) => $\"{speed} times\"; public static string Virtual() => \"in no time\"; }\n"
        + "record Sites(string Text) { public static Sites Load(string file) => new(file); "
        + "public Sites With(string name, double latency) => new($\"{name} after {latency}\"); }";

    [Fact]
    public async Task The_form_edits_the_cell_of_knobs_and_runs_again_what_depends_on_it_and_nothing_else()
    {
        await using var notebook = await host.OpenAsync(
            "queue",
            "csharp\n\n// knobs\nint[] work = [1, 2];   // the queue",
            "csharp\n\nConsole.WriteLine($\"sum {work.Sum()}\");",
            "csharp\n\nConsole.WriteLine(DateTime.UtcNow.Ticks);"
        );
        await notebook.RunAllAsync();
        var alone = await notebook.Cell(3).Locator(".printed").TextContentAsync();
        var work = notebook.Page.GetByLabel("work");

        await work.FillAsync("3, 4");
        await work.PressAsync("Enter");

        await notebook.HasPrintedAsync(2, "sum 7");
        await Expect(notebook.Cell(1).Locator(".code")).ToContainTextAsync("int[] work = [3, 4];   // the queue");
        await Expect(notebook.Cell(3).Locator(".printed")).ToHaveTextAsync(alone!);

        await work.FillAsync("three");
        await work.PressAsync("Enter");
        await Expect(notebook.Page.Locator(".knobs").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await notebook.RewriteAsync(1, "// knobs\nint[] work = [8];");
        await Expect(work).ToHaveValueAsync("8");
    }

    [Fact]
    public async Task A_slider_sets_the_speed_of_the_clock_and_fields_the_latency_of_each_site()
    {
        await using var notebook = await host.OpenAsync(
            "sliders",
            StandIns,
            "csharp\n\n// knobs\nvar clock = Clock.Real(speed: 10);\nvar sites = Sites.Load(\"../data/sites.json\");",
            "csharp\n\nConsole.WriteLine($\"{clock}, {sites.Text}\");"
        );
        await notebook.ClickAsync("Run all");
        await notebook.HasPrintedAsync(3, "10 times");

        await notebook.Page.GetByRole(AriaRole.Slider).PressAsync("ArrowRight");
        await notebook.HasPrintedAsync(3, "11 times");
        var latency = notebook.Page.GetByLabel("sites.google");
        await latency.FillAsync("3");
        await latency.PressAsync("Enter");
        await notebook.HasPrintedAsync(3, "google after 3");
        await notebook.Page.GetByLabel("virtual time").CheckAsync();

        await notebook.HasPrintedAsync(3, "in no time");
        await Expect(notebook.Cell(2).Locator(".code")).ToContainTextAsync("clock = Clock.Virtual()");
    }

    [Fact]
    public async Task The_readers_guess_is_drawn_beside_the_total_of_the_run()
    {
        await using var notebook = await host.OpenAsync(
            "guess",
            "csharp\n\n#!import setup.dib",
            "csharp\n\n// knobs\nint[] work = [1];",
            "markdown\n\nHow long will it take?",
            "csharp\n\n// knobs\ndouble? predict = null;",
            "csharp\n\nvar run = Recorder.Record(\"one second\", Clock.Virtual(), LowerBound.TwoWorkers(work), () => AsyncByExample.Clocks.Thread.Sleep(1000));",
            "csharp\n\nElapsedChart.Of(run, predict)"
        );
        await notebook.RunAllAsync();
        var predict = notebook.Page.GetByLabel("predict");

        await predict.FillAsync("2.5");
        await predict.PressAsync("Enter");

        // The guess is asked for where the question is, and the other knobs stand above the first chart.
        (await notebook.Page.Locator(".knobs label").AllTextContentsAsync()).ShouldBe(["predict", "work"]);
        var chart = notebook.Cell(6).Locator("iframe").ContentFrame;
        await Expect(chart.Locator(".abe-drawn")).ToContainTextAsync("your guess");
        await Expect(chart.Locator(".abe-drawn")).ToContainTextAsync("2.5 lines");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_queue_in_virtual_time_draws_the_new_run_at_once_with_the_old_one_behind_it()
    {
        await using var notebook = await host.OpenAsync(
            "old-and-new",
            "csharp\n\n#!import setup.dib",
            "csharp\n\n// knobs\nint[] work = [3];\nvar runs = new RunStore(\"old-and-new-runs\");",
            """
            csharp

            var run = Recorder.Record("sleep", Clock.Virtual(), LowerBound.OneThread(work), () => {
                using var et = ElapsedTime.Start("Task One", work[0]);
                AsyncByExample.Clocks.Thread.Sleep(work[0] * 1000);
            });
            """,
            "csharp\n\nTimelineChart.Of(run, before: runs.Before(run))",
            "csharp\n\nruns.Keep(run);"
        );
        await notebook.RunAllAsync();
        var chart = notebook.Cell(4).Locator("iframe").ContentFrame;
        await Expect(chart.Locator(".abe-drawn")).ToContainTextAsync("total 3.0 s");
        await Expect(chart.Locator(".abe-note")).ToHaveCountAsync(0);

        var work = notebook.Page.GetByLabel("work");
        await work.FillAsync("5");
        await work.PressAsync("Enter");

        await Expect(chart.Locator(".abe-note"))
            .ToHaveTextAsync(
                "2.0 s more than the run before: the tasks take 5 instead of 3. Task One ends last with 5; before with 3."
            );
        await Expect(chart.Locator(".abe-drawn")).ToContainTextAsync("before 3.0 s");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }
}
