namespace Dib.Live.Tests;

public sealed class ClearingTests
{
    private static ScriptedKernel Kernel() =>
        new ScriptedKernel().On("one", ScriptedKernel.Printed("1\n")).On("two", ScriptedKernel.Printed("2\n"));

    [Fact]
    public async Task Cleared_outputs_come_back_by_undo_also_in_what_is_kept()
    {
        await using var notebook = new OpenNotebook([("csharp", "one"), ("csharp", "two")], Kernel());
        await notebook.RunAllAsync();

        notebook.Session.Outputs.Clear(notebook[2]).ShouldBeTrue();
        Shown(notebook).ShouldBe(["1\n", ""]);
        notebook.View.CanUndo.ShouldBe("the cleared output of cell 2");
        notebook.Session.Outputs.Clear(notebook[1], notebook[2]).ShouldBeTrue();
        Shown(notebook).ShouldBe(["", ""]);
        notebook.Session.Editor.Undo().ShouldBe(notebook[1]);
        Shown(notebook).ShouldBe(["1\n", ""]);
        notebook.Session.Editor.Undo().ShouldBe(notebook[2]);

        Shown(notebook).ShouldBe(["1\n", "2\n"]);
        notebook.View.CanUndo.ShouldBeNull();
        await notebook.ReopenAsync();
        Shown(notebook).ShouldBe(["1\n", "2\n"]);
    }

    [Fact]
    public async Task What_a_cell_has_put_out_since_is_not_replaced_by_what_was_cleared()
    {
        await using var notebook = new OpenNotebook([("csharp", "one")], Kernel());
        await notebook.RunAllAsync();
        notebook.Session.Outputs.Clear(notebook[1]);
        await notebook.RunAllAsync();

        notebook.Session.Editor.Undo().ShouldBeNull();

        Shown(notebook).ShouldBe(["1\n"]);
    }

    [Fact]
    public async Task Where_nothing_is_shown_there_is_nothing_to_clear_nor_to_undo()
    {
        await using var notebook = new OpenNotebook([("csharp", "one")], Kernel());

        notebook.Session.Outputs.Clear(notebook[1]).ShouldBeFalse();

        notebook.View.CanUndo.ShouldBeNull();
    }

    private static IEnumerable<string> Shown(OpenNotebook notebook) =>
        notebook.View.Cells.Select(cell => string.Concat(cell.Outputs.Select(output => output.Content.Text)));
}
