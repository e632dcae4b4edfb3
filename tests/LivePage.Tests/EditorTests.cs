namespace LivePage.Tests;

public sealed class EditorTests(ServedHost host)
{
    [Fact]
    public async Task The_editor_completes_names_that_earlier_cells_have_made()
    {
        await using var notebook = await host.OpenAsync(
            "completes",
            "csharp\n\nint aNumberOfMine = 3;",
            "csharp\n\nConsole.WriteLine();"
        );
        await notebook.RunToEndAsync(1);
        await notebook.EditAsync(2);
        await notebook.PressAsync("ControlOrMeta+a");
        await notebook.Page.Keyboard.TypeAsync("Console.WriteLine(aNumb");
        await notebook.PressAsync("Control+Space");
        await Expect(notebook.Page.Locator(".suggest-widget.visible .focused")).ToContainTextAsync("aNumberOfMine");

        await notebook.PressAsync("Enter");
        await notebook.PressAsync("Control+Enter");

        await notebook.HasPrintedAsync(2, "3");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_editor_tells_what_a_name_is_and_what_a_method_takes()
    {
        await using var notebook = await host.OpenAsync("tells", "csharp\n\nvar aList = new List<string>();");
        await notebook.RunToEndAsync(1);
        var editor = await notebook.EditAsync(1);

        await editor.Locator(".view-line span span", new() { HasText = "List" }).First.HoverAsync();
        await Expect(notebook.Page.Locator(".monaco-hover:visible").First).ToContainTextAsync("List<string>");
        await notebook.PressAsync("Control+End");
        await notebook.Page.Keyboard.TypeAsync("\naList.Insert(");
        await Expect(notebook.Page.Locator(".parameter-hints-widget.visible")).ToContainTextAsync("int index");
    }

    [Fact]
    public async Task Mistakes_are_underlined_as_one_types_and_a_failure_leads_to_its_cell_and_line()
    {
        await using var notebook = await host.OpenAsync(
            "mistakes",
            [
                "csharp\n\nint right = 1;\nint wrong = \"text\";",
                .. Enumerable.Repeat("markdown\n\nText\n\n" + new string('\n', 40) + "- text", 30),
            ]
        );
        await notebook.RunAsync(1);
        await notebook.IsAsync(1, "failed");
        await Expect(notebook.Cell(1).Locator("mark + .fault"))
            .ToHaveTextAsync("CS0029: Cannot implicitly convert type 'string' to 'int'");
        await notebook.Cell(31).ScrollIntoViewIfNeededAsync();
        await notebook.ClickAsync("cell 1 failed at line 2");
        await Expect(notebook.Cell(1).Locator("mark")).ToBeInViewportAsync();

        var editor = await notebook.EditAsync(1);
        await Expect(editor.Locator(".squiggly-error")).ToBeVisibleAsync();
        await notebook.PressAsync("ControlOrMeta+a");
        await notebook.Page.Keyboard.InsertTextAsync("int right = 1;");
        await Expect(editor.Locator(".squiggly-error")).ToHaveCountAsync(0);
    }
}
