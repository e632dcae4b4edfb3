namespace LivePage.Tests;

public sealed class UndoTests(ServedHost host)
{
    [Fact]
    public async Task Cleared_outputs_come_back_by_the_notice_and_by_undo()
    {
        await using var notebook = await host.OpenAsync(
            "cleared",
            "csharp\n\nConsole.WriteLine(1);",
            "csharp\n\nConsole.WriteLine(2);"
        );
        await notebook.RunAllAsync();
        var printed = notebook.Cells.Locator(".printed");

        await notebook.SelectAsync(2);
        await notebook.ClickAsync("Clear output");
        await notebook.IsToldAsync("What cell 2 has put out is cleared.");
        await Expect(printed).ToHaveTextAsync(["1"]);
        await notebook.Page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(printed).ToHaveTextAsync(["1", "2"]);
        await Expect(notebook.Page.Locator(".notice")).ToHaveCountAsync(0);
        await notebook.ClickAsync("Clear all outputs");
        await Expect(printed).ToHaveCountAsync(0);
        await notebook.PressAsync("z");

        await Expect(printed).ToHaveTextAsync(["1", "2"]);
    }

    [Fact]
    public async Task A_move_a_kind_and_a_knob_are_undone_one_after_the_other_by_key_and_by_button()
    {
        await using var notebook = await host.OpenAsync(
            "undone",
            "csharp\n\n// knobs\nint[] work = [1];",
            "csharp\n\nConsole.WriteLine(work[0]);"
        );
        await notebook.RunAllAsync();
        var work = notebook.Page.GetByLabel("work");
        await work.FillAsync("7");
        await work.PressAsync("Enter");
        await notebook.HasPrintedAsync(2, "7");
        await Expect(notebook.Page.Locator(".knobs")).ToContainTextAsync("Set, and 2 cells run again.");
        await notebook.SelectAsync(2);
        await notebook.PressAsync("Alt+ArrowUp");
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveTextAsync("Console.WriteLine(work[0]);");
        await notebook.PressAsync("m");
        await Expect(notebook.Cell(1).Locator(".prose")).ToBeVisibleAsync();

        await notebook.PressAsync("z");
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveTextAsync("Console.WriteLine(work[0]);");
        await notebook.PressAsync("z");
        await Expect(notebook.Cell(2).Locator(".code")).ToHaveTextAsync("Console.WriteLine(work[0]);");
        await notebook.ClickAsync("Undo");

        await Expect(notebook.Cell(1).Locator(".code")).ToContainTextAsync("work = [1]");
        await Expect(work).ToHaveValueAsync("1");
        await Expect(notebook.Page.Locator(".knobs")).Not.ToContainTextAsync("Set");
        await notebook.IsAsync(2, "stale");
        await Expect(notebook.Toolbar.GetByText("Undo", new() { Exact = true })).ToBeHiddenAsync();
    }
}
