namespace LivePage.Tests;

public sealed class KeyTests(ServedHost host)
{
    [Fact]
    public async Task Keys_run_cells_and_move_between_them()
    {
        await using var notebook = await host.OpenAsync(
            "keys",
            "csharp\n\nConsole.WriteLine(1);",
            "csharp\n\nConsole.WriteLine(2);",
            "csharp\n\nConsole.WriteLine(3);"
        );

        await notebook.PressAsync("Shift+Enter");
        await notebook.HasPrintedAsync(1, "1");
        await notebook.IsSelectedAsync(2);
        await notebook.PressAsync("Control+Enter");
        await notebook.HasPrintedAsync(2, "2");
        await notebook.IsSelectedAsync(2);
        await notebook.PressAsync("n");
        await notebook.PressAsync("n");
        await notebook.HasPrintedAsync(3, "3");
        await notebook.PressAsync("k");
        await notebook.PressAsync("ArrowUp");
        await notebook.IsSelectedAsync(1);
        await notebook.PressAsync("j");
        await notebook.IsSelectedAsync(2);
        await notebook.PressAsync("Enter");
        await Expect(notebook.Cell(2).Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        await notebook.PressAsync("Escape");
        await Expect(notebook.Cell(2)).ToBeFocusedAsync();

        await notebook.PressAsync("0");
        await notebook.PressAsync("0");
        await notebook.IsToldAsync("The kernel was restarted.");
    }

    [Fact]
    public async Task Keys_insert_delete_bring_back_turn_and_move_cells()
    {
        await using var notebook = await host.OpenAsync(
            "cells",
            "csharp\n\nint first = 1;",
            "csharp\n\nint second = 2;"
        );

        await notebook.PressAsync("b");
        await notebook.IsSelectedAsync(2);
        await notebook.PressAsync("a");
        await Expect(notebook.Cells).ToHaveCountAsync(4);
        await notebook.PressAsync("d");
        await notebook.PressAsync("d");
        await notebook.PressAsync("d");
        await notebook.PressAsync("d");
        await Expect(notebook.Cells).ToHaveCountAsync(2);
        await notebook.IsSelectedAsync(2);
        await notebook.PressAsync("m");
        await Expect(notebook.Cell(2).Locator(".prose")).ToHaveTextAsync("int second = 2;");
        await notebook.PressAsync("y");
        await Expect(notebook.Cell(2).Locator(".code")).ToHaveTextAsync("int second = 2;");
        await notebook.PressAsync("Alt+ArrowUp");
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveTextAsync("int second = 2;");
        await notebook.PressAsync("d");
        await notebook.PressAsync("d");
        await Expect(notebook.Cells).ToHaveCountAsync(1);
        await notebook.PressAsync("z");
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveTextAsync("int second = 2;");
    }

    [Fact]
    public async Task A_cell_stops_at_two_presses_of_i_and_the_question_mark_shows_all_keys()
    {
        await using var notebook = await host.OpenAsync(
            "stops",
            "csharp\n\nConsole.WriteLine(\"spins\");\nwhile (true) { }"
        );
        await notebook.PressAsync("Control+Enter");
        await notebook.HasPrintedAsync(1, "spins");

        await notebook.PressAsync("?");
        var sheet = notebook.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Expect(sheet).ToContainTextAsync("Run the cell and go to the next");
        await notebook.PressAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);
        await notebook.PressAsync("i");
        await notebook.PressAsync("i");

        await notebook.IsAsync(1, "failed");
    }

    [Fact]
    public async Task In_a_frame_keys_mean_the_page_unless_the_frame_has_a_use_for_them()
    {
        await using var notebook = await host.OpenAsync(
            "frame-keys",
            "csharp\n\nHTML(\"<p>a picture</p><input aria-label='own'>\")",
            "csharp\n\nConsole.WriteLine(2);"
        );
        await notebook.PressAsync("n");
        var frame = notebook.Cell(1).Locator("iframe").ContentFrame;

        await frame.GetByLabel("own").ClickAsync();
        await notebook.PressAsync("b");
        await Expect(frame.GetByLabel("own")).ToHaveValueAsync("b");
        await frame.GetByText("a picture").ClickAsync();
        await notebook.PressAsync("n");
        await notebook.HasPrintedAsync(2, "2");

        await Expect(notebook.Cells).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Whoever_deletes_moves_or_closes_something_keeps_the_focus_in_a_cell()
    {
        await using var notebook = await host.OpenAsync(
            "focus",
            "csharp\n\nint first = 1;",
            "csharp\n\nint second = 2;",
            "csharp\n\nint third = 3;"
        );

        await notebook.PressAsync("j");
        await notebook.Cell(2).GetByText("Delete").ClickAsync();
        await Expect(notebook.Cells).ToHaveCountAsync(2);
        await Expect(notebook.Cell(2)).ToBeFocusedAsync();
        await notebook.PressAsync("Alt+ArrowUp");
        await Expect(notebook.Cell(1).Locator(".code")).ToHaveTextAsync("int third = 3;");
        await Expect(notebook.Cell(1)).ToBeFocusedAsync();
        await notebook.PressAsync("0");
        await notebook.PressAsync("0");
        await notebook.Page.GetByLabel("Close").ClickAsync();
        await Expect(notebook.Cell(1)).ToBeFocusedAsync();
        await notebook.PressAsync("?");
        await notebook.ClickAsync("Close");
        await Expect(notebook.Cell(1)).ToBeFocusedAsync();
        await notebook.RunToEndAsync(1);

        await Expect(notebook.Cell(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_mean_the_notebook_that_a_link_has_led_to_and_not_the_one_before()
    {
        host.Add("link-to", "csharp\n\nint there = 1;");
        await using var first = await host.OpenAsync("link-from", "markdown\n\n[onwards](link-to.dib)");
        await first.Page.GetByText("onwards").ClickAsync();
        await first.Page.WaitForURLAsync("**/link-to");
        var second = await NotebookOnPage.OnAsync(first.Visit, first.Page);

        await second.PressAsync("b");

        await Expect(second.Cells).ToHaveCountAsync(2);
        first.Visit.Complaints.ShouldBeEmpty();
    }
}
