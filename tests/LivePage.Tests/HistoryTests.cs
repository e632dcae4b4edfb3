namespace LivePage.Tests;

public sealed class HistoryTests(ServedHost host)
{
    [Fact]
    public async Task Two_kept_runs_are_drawn_beside_each_other_with_the_knob_that_differs_and_a_page_of_each()
    {
        await using var notebook = await OpenAsync("history");
        await notebook.PressAsync("h");
        await Expect(Sheet(notebook)).ToContainTextAsync("No runs yet.");
        await notebook.PressAsync("Escape");
        await notebook.RunAllAsync();
        await SetWorkAsync(notebook, "5");
        await notebook.HasPrintedAsync(3, "5 s");
        await SetWorkAsync(notebook, "7");
        await notebook.HasPrintedAsync(3, "7 s");

        await notebook.ClickAsync("Runs");

        await Expect(Sheet(notebook)).ToContainTextAsync("2.0 s more than the run before. work was [5] and is [7].");
        var runs = Sheet(notebook).GetByRole(AriaRole.Listitem);
        await Expect(runs).ToHaveCountAsync(3);
        await Expect(runs.Nth(0)).ToContainTextAsync("work = [7] changed");
        await Expect(runs.Nth(0)).ToContainTextAsync("7.0 s");
        await Expect(runs.Nth(2)).ToContainTextAsync("work = [3]");
        await Expect(runs.Nth(2)).Not.ToContainTextAsync("changed");
        await runs.Nth(2).GetByText("before").ClickAsync();
        await Expect(Sheet(notebook)).ToContainTextAsync("4.0 s more than the run before. work was [3] and is [7].");
        await Expect(Sheet(notebook).GetByRole(AriaRole.Img, new() { Name = "Task One: " }))
            .ToHaveAttributeAsync("aria-label", "Task One: blocking 7.0 s; before: blocking 3.0 s");
        await Expect(Sheet(notebook).Locator(".before rect")).ToHaveCountAsync(1);

        (await DownloadAsync(notebook, runs.Nth(2))).ShouldContain("slept 3 s");
        (await DownloadAsync(notebook, runs.Nth(0))).ShouldContain("slept 7 s");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sheet_follows_the_runs_and_keeps_what_was_picked()
    {
        await using var notebook = await OpenAsync("followed");
        await notebook.RunAllAsync();
        await SetWorkAsync(notebook, "5");
        await notebook.HasPrintedAsync(3, "5 s");
        await using var other = await Visit.BeginAsync();
        var watching = await other.OpenAsync(host, "followed");
        await watching.PressAsync("h");
        var runs = Sheet(watching).GetByRole(AriaRole.Listitem);
        await Expect(runs).ToHaveCountAsync(2);
        await runs.Nth(1).GetByText("run", new() { Exact = true }).ClickAsync();
        await Expect(Sheet(watching)).ToContainTextAsync("There is no run before it.");

        await SetWorkAsync(notebook, "7");

        await Expect(runs).ToHaveCountAsync(3);
        await Expect(runs.Nth(2).GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await runs.Nth(0).GetByText("run", new() { Exact = true }).ClickAsync();
        await Expect(Sheet(watching)).ToContainTextAsync("2.0 s more than the run before. work was [5] and is [7].");
    }

    private static ILocator Sheet(NotebookOnPage notebook) =>
        notebook.Page.GetByRole(AriaRole.Dialog, new() { Name = "Runs" });

    private Task<NotebookOnPage> OpenAsync(string name) =>
        host.OpenAsync(
            name,
            "csharp\n#!import setup.dib",
            "csharp\n\n// knobs\nint[] work = [3];",
            $$"""
            csharp

            var run = Recorder.Record("{{name}} of a sleep", Clock.Virtual(), LowerBound.OneThread(work), () => {
                using var et = ElapsedTime.Start("Task One", work[0]);
                AsyncByExample.Clocks.Thread.Sleep(work[0] * 1000);
            });
            runs.Keep(run);
            Console.WriteLine($"slept {work[0]} s");
            """
        );

    private static async Task SetWorkAsync(NotebookOnPage notebook, string work)
    {
        var field = notebook.Page.GetByLabel("work");
        await field.FillAsync(work);
        await field.PressAsync("Enter");
    }

    private static async Task<string> DownloadAsync(NotebookOnPage notebook, ILocator run)
    {
        var download = await notebook.Page.RunAndWaitForDownloadAsync(() =>
            run.GetByRole(AriaRole.Link, new() { Name = "Page" }).ClickAsync()
        );
        download.SuggestedFilename.ShouldMatch("^history-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}\\.html$");
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
