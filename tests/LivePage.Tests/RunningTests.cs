namespace LivePage.Tests;

public sealed class RunningTests(ServedHost host)
{
    private static readonly string[] Counting =
    [
        "markdown\n\n# Counting",
        "csharp\n\nvar seen = new List<int>();",
        "csharp\n\nseen.Add(3); Console.WriteLine(string.Join(\" \", seen));",
        "csharp\n\nseen.Add(4); Console.WriteLine(string.Join(\" \", seen));",
        "csharp\n\nseen.Add(5); Console.WriteLine(string.Join(\" \", seen));",
    ];

    [Fact]
    public async Task Nothing_runs_on_open_and_next_step_runs_one_cell_and_moves_on()
    {
        await using var notebook = await host.OpenAsync("steps", Counting);
        for (var cell = 2; cell <= 5; cell++)
            await notebook.IsAsync(cell, "not run");

        await notebook.ClickAsync("Next step");
        await notebook.IsAsync(2, "done");
        await notebook.ClickAsync("Next step");
        await notebook.HasPrintedAsync(3, "3");

        await notebook.IsSelectedAsync(4);
        await notebook.IsAsync(4, "not run");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_keeps_its_result_in_sight_as_it_grows_and_selects_the_next_cell_below_it()
    {
        var latch = host.NewLatch();
        await using var notebook = await host.OpenAsync(
            "result",
            "csharp\n\nConsole.WriteLine(0);",
            $"csharp\n\n{latch.Wait}\nfor (var i = 1; i < 18; i++) Console.WriteLine(i);"
                + new string('\n', 12)
                + "// end",
            "html\n\n<div style=\"height: 700px\"><p>first</p></div>",
            "csharp\n\nConsole.WriteLine(3);" + new string('\n', 40) + "// end"
        );
        await notebook.PressAsync("n");
        await notebook.HasPrintedAsync(1, "0");

        await notebook.PressAsync("n");
        await notebook.IsAsync(2, "running");
        latch.Open();
        await notebook.HasPrintedAsync(2, "17");
        await Expect(notebook.Cell(2)).ToBeInViewportAsync(new() { Ratio = 1 });
        await notebook.IsSelectedAsync(3);
        await notebook.PressAsync("n");
        await notebook.IsAsync(3, "done");

        await Expect(notebook.Cell(3).Locator(".outputs")).ToBeInViewportAsync(new() { Ratio = 1 });
        await notebook.IsSelectedAsync(4);
        await Expect(notebook.Cell(4)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_cell_runs_alone_or_with_those_above_or_with_those_below_or_with_all()
    {
        await using var notebook = await host.OpenAsync("ways", Counting);

        await notebook.SelectAsync(3);
        await notebook.ClickAsync("Up to here");
        await notebook.HasPrintedAsync(3, "3");
        await notebook.IsAsync(4, "not run");
        await notebook.SelectAsync(4);
        await notebook.ClickAsync("From here");
        await notebook.HasPrintedAsync(5, "3 4 5");
        await notebook.RunAsync(3);
        await notebook.HasPrintedAsync(3, "3 4 5 3");
        await notebook.ClickAsync("Run all");
        await notebook.HasPrintedAsync(5, "3 4 5");

        await Expect(notebook.Toolbar.Locator(".progress")).ToHaveTextAsync("4 of 4");
    }

    [Fact]
    public async Task Output_is_there_while_the_cell_runs_and_a_click_leads_to_that_cell()
    {
        var latch = host.NewLatch();
        await using var notebook = await host.OpenAsync(
            "streams",
            $"csharp\n\nConsole.WriteLine(\"first\");\n{latch.Wait}\nConsole.WriteLine(\"last\");",
            "csharp\n\nConsole.WriteLine(\"after\");"
        );
        await notebook.ClickAsync("Run all");

        await notebook.HasPrintedAsync(1, "first");
        await notebook.IsAsync(1, "running");
        await notebook.IsAsync(2, "queued");
        await Expect(notebook.Cell(1).Locator("[data-elapsed]")).ToBeVisibleAsync();
        await Expect(notebook.Toolbar.Locator(".progress")).ToHaveTextAsync("0 of 2");
        await Expect(notebook.Status).ToContainTextAsync("Cell 1 runs, 0 of 2 are done.");
        await notebook.SelectAsync(2);
        await notebook.ClickAsync("go to cell 1, which runs");
        await notebook.IsSelectedAsync(1);

        latch.Open();
        await notebook.HasPrintedAsync(1, "last");
        await notebook.IsAsync(2, "done");
        await Expect(notebook.Status).ToContainTextAsync("2 of 2 cells are done.");
    }

    [Fact]
    public async Task A_cell_shows_how_long_it_took_and_how_long_the_time_before()
    {
        await using var notebook = await host.OpenAsync("times", "csharp\n\nConsole.WriteLine(1);");
        await notebook.RunToEndAsync(1);
        var first = await notebook.Cell(1).Locator(".facts .took").TextContentAsync();
        first.ShouldNotBeNull().ShouldEndWith(" s");

        await notebook.RunAsync(1);

        await Expect(notebook.Cell(1).Locator(".facts .took")).ToContainTextAsync($"(before: {first})");
    }

    [Fact]
    public async Task Restart_forgets_the_variables_and_can_run_all_again()
    {
        await using var notebook = await host.OpenAsync(
            "again",
            "csharp\n\nvar id = Environment.ProcessId; Console.WriteLine(id);"
        );
        await notebook.RunToEndAsync(1);
        var first = await notebook.Cell(1).Locator(".printed").TextContentAsync();

        await notebook.ClickAsync("Restart");
        await notebook.IsAsync(1, "not run");
        await Expect(notebook.Page.Locator(".notice").First).ToContainTextAsync("The kernel was restarted.");
        await Expect(notebook.Cell(1).Locator(".outputs")).ToHaveClassAsync("outputs old");
        await notebook.ClickAsync("Restart and run all");

        await notebook.IsAsync(1, "done");
        await Expect(notebook.Cell(1).Locator(".printed")).Not.ToHaveTextAsync(first!);
    }

    [Fact]
    public async Task Every_state_has_a_sign_of_its_own_shape()
    {
        var latch = host.NewLatch();
        await using var notebook = await host.OpenAsync(
            "signs",
            "csharp\n\nint a = 1;",
            "csharp\n\nConsole.WriteLine(a);",
            "csharp\n\nthrow new Exception(\"on purpose\");",
            "csharp\n\n" + latch.Wait,
            "csharp\n\nint b = 1;",
            "csharp\n\nint c = 1;"
        );
        await notebook.RunToEndAsync(1);
        await notebook.RunToEndAsync(2);
        await notebook.RunToEndAsync(1);
        await notebook.IsAsync(2, "stale");
        await notebook.RunAsync(3);
        await notebook.IsAsync(3, "failed");
        await notebook.RunAsync(4);
        await notebook.RunAsync(5);
        await notebook.IsAsync(4, "running");
        await notebook.IsAsync(5, "queued");
        await notebook.IsAsync(6, "not run");

        var signs = await notebook.Cells.Locator(".sign").AllTextContentsAsync();
        latch.Open();

        signs.ShouldBeUnique();
    }
}
