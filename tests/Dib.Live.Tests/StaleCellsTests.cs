namespace Dib.Live.Tests;

public class StaleCellsTests
{
    private static readonly (string, string)[] Cells =
    [
        ("csharp", "var a = 1;"),
        ("markdown", "Prose."),
        ("csharp", "var b = a;"),
        ("csharp", "var c = b;"),
        ("csharp", "var d = 1;"),
    ];

    [Fact]
    public async Task An_edited_cell_and_what_depends_on_it_are_stale()
    {
        await using var notebook = await RunAsync();

        notebook.Session.Editor.SetText(notebook[1], "var a = 2;");

        notebook.States.ShouldBe("Stale - Stale Stale Done");
        notebook.Session.Runner.StaleAfter(notebook[1]).ShouldBe([notebook[1], notebook[3], notebook[4]]);
        notebook.Session.Runner.StaleAfter(notebook[4]).ShouldBe([notebook[4]]);
    }

    [Fact]
    public async Task A_cell_that_is_run_again_makes_stale_what_depends_on_it()
    {
        await using var notebook = await RunAsync();

        await notebook.RunAsync(1);

        notebook.States.ShouldBe("Done - Stale Stale Done");
        notebook.Session.Runner.Run(notebook.Session.Runner.StaleAfter(notebook[1]));
        await notebook.IdleAsync();
        notebook.States.ShouldBe("Done - Done Done Done");
    }

    [Fact]
    public async Task A_cell_that_runs_while_what_it_depends_on_is_changed_runs_once_more()
    {
        var kernel = new ScriptedKernel();
        var gate = kernel.Hold("var b = a;");
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunUpTo(notebook[3]);
        await notebook.UntilAsync(view => view.Cells[2].Status == CellStatus.Running);

        notebook.Session.Editor.SetText(notebook[1], "var a = 2;");
        notebook.Session.Runner.Run(notebook.Session.Runner.StaleAfter(notebook[1]));
        gate.SetResult();
        await notebook.IdleAsync();

        kernel.Submitted.ShouldBe(["var a = 1;", "var b = a;", "var a = 2;", "var b = a;"]);
        notebook.States.ShouldBe("Done - Done NeverRun NeverRun");
    }

    [Fact]
    public async Task What_waits_while_what_it_depends_on_is_changed_again_runs_after_that()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);
        await notebook.RunAllAsync();
        var gate = kernel.Hold("var b = a;");
        Set("var a = 2;");
        await notebook.UntilAsync(view => view.Cells[2].Status == CellStatus.Running);

        Set("var a = 3;");
        gate.SetResult();
        await notebook.IdleAsync();

        kernel.Submitted.Skip(4).ShouldBe(["var a = 2;", "var b = a;", "var a = 3;", "var b = a;", "var c = b;"]);
        notebook.States.ShouldBe("Done - Done Done Done");

        void Set(string text)
        {
            notebook.Session.Editor.SetText(notebook[1], text);
            notebook.Session.Runner.Run(notebook.Session.Runner.StaleAfter(notebook[1]));
        }
    }

    [Fact]
    public async Task A_cell_that_never_ran_is_never_stale()
    {
        await using var notebook = new OpenNotebook(Cells, new ScriptedKernel());
        await notebook.RunAsync(1);

        notebook.Session.Editor.SetText(notebook[1], "var a = 2;");

        notebook.States.ShouldBe("Stale - NeverRun NeverRun NeverRun");
    }

    [Fact]
    public async Task A_deleted_declaration_makes_stale_what_used_it_until_it_is_brought_back_and_run()
    {
        await using var notebook = await RunAsync();

        var deleted = notebook[3];
        notebook.Session.Editor.Delete(deleted);
        notebook.States.ShouldBe("Done - Stale Done");
        notebook.View.CanUndo.ShouldBe("the deleted cell 3");

        notebook.Session.Editor.Undo().ShouldBe(deleted);
        notebook.States.ShouldBe("Done - Stale Stale Done");
    }

    [Fact]
    public async Task Deleting_inserting_moving_turning_and_setting_are_undone_one_after_the_other()
    {
        await using var notebook = await RunAsync();
        var editor = notebook.Session.Editor;
        var before = Shown(notebook);

        editor.SetText(notebook[1], "var a = 7;");
        editor.MoveDown(notebook[1]);
        editor.SetKind(notebook[1], "html");
        editor.InsertAbove(notebook[1]);
        editor.Delete(notebook[3]);

        foreach (
            var what in new[] { "deleted cell 3", "new cell 1", "kind of cell 1", "move of cell 1", "knob in cell 1" }
        )
        {
            notebook.View.CanUndo.ShouldBe("the " + what);
            editor.Undo();
        }
        notebook.View.CanUndo.ShouldBeNull();
        Shown(notebook).ShouldBe(before);
    }

    [Fact]
    public async Task What_has_been_typed_into_a_new_cell_is_not_undone_with_it()
    {
        await using var notebook = await RunAsync();
        var id = notebook.Session.Editor.InsertBelow(notebook[1]);
        notebook.Session.Editor.Merge(id, "", "typed");

        notebook.Session.Editor.Undo().ShouldBeNull();

        notebook.View.Find(id)!.Text.ShouldBe("typed");
    }

    private static string Shown(OpenNotebook notebook) =>
        string.Join('\n', notebook.View.Cells.Select(cell => $"{cell.Id} {cell.Kind} {cell.Text}"));

    [Fact]
    public async Task A_new_declaration_in_between_makes_stale_what_is_bound_to_it_now()
    {
        await using var notebook = await RunAsync();

        var id = notebook.Session.Editor.InsertBelow(notebook[1]);
        notebook.States.ShouldBe("Done NeverRun - Done Done Done");
        notebook.Session.Editor.SetText(id, "var a = 5;");

        notebook.States.ShouldBe("Done NeverRun - Stale Stale Done");
    }

    [Fact]
    public async Task A_cell_moved_above_its_declaration_is_stale()
    {
        await using var notebook = await RunAsync();

        notebook.Session.Editor.MoveUp(notebook[4]);

        notebook.States.ShouldBe("Done - Stale Done Done");
        notebook.View.Cells[2].Text.ShouldBe("var c = b;");
    }

    [Fact]
    public async Task A_cell_edited_while_it_runs_is_stale_when_it_has_ended()
    {
        var kernel = new ScriptedKernel();
        var gate = kernel.Hold("var a = 1;");
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.Run(notebook[1]);
        await kernel.ArrivedAsync(1);

        notebook.Session.Editor.SetText(notebook[1], "var a = 2;");
        gate.SetResult();
        await notebook.IdleAsync();

        notebook.States.ShouldBe("Stale - NeverRun NeverRun NeverRun");
    }

    private static async Task<OpenNotebook> RunAsync()
    {
        var notebook = new OpenNotebook(Cells, new ScriptedKernel());
        await notebook.RunAllAsync();
        return notebook;
    }
}
