using Dib.Live.Files;

namespace Dib.Live.Tests;

/// <summary>No edit is lost: not to another page, not to one that was closed, not to the end of the host.</summary>
public class KeepingTests
{
    private static readonly (string, string)[] Cells = [("markdown", "# Title"), ("csharp", "one two")];

    [Fact]
    public async Task What_two_pages_type_into_one_cell_is_both_there()
    {
        await using var notebook = new OpenNotebook(Cells);

        notebook.Session.Editor.Merge(notebook[2], "one two", "ONE two").ShouldBe("ONE two");
        notebook.Session.Editor.Merge(notebook[2], "one two", "one TWO\r\n").ShouldBe("ONE TWO\n");

        notebook.View.Cells[1].Text.ShouldBe("ONE TWO\n");
    }

    [Fact]
    public async Task What_is_typed_into_a_cell_that_another_page_deletes_comes_back_with_it()
    {
        await using var notebook = new OpenNotebook(Cells);
        var id = notebook[2];
        notebook.Session.Editor.Delete(id);

        notebook.Session.Editor.Merge(id, "one two", "one two three");
        notebook.Session.Editor.Undo();

        notebook.View.Cells[1].Text.ShouldBe("one two three");
    }

    [Fact]
    public async Task What_was_typed_into_a_page_that_was_closed_is_brought_back()
    {
        await using var notebook = new OpenNotebook(Cells);

        notebook.Session.Editor.BringBack(notebook[2], "one two", "one two three");
        notebook.Session.Editor.BringBack(notebook[2], "one two", "one two three");

        notebook.View.Cells.Select(cell => cell.Text).ShouldBe(["# Title", "one two three"]);
        notebook.View.Notice.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_typed_into_a_cell_that_has_changed_since_gets_a_cell_of_its_own()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[2], "changed");

        notebook.Session.Editor.BringBack(notebook[2], "one two", "one two three");
        notebook.Session.Editor.BringBack("gone", "x", "y");

        notebook.View.Cells.Select(cell => cell.Text).ShouldBe(["# Title", "changed", "one two three", "y"]);
        notebook.View.Notice!.Sentence.ShouldBe(
            "What was typed last, before the page was closed, is in the new cell 4: its own cell has changed since."
        );
    }

    [Fact]
    public async Task Edits_that_were_not_saved_are_there_when_the_host_starts_again()
    {
        await using var notebook = new OpenNotebook(Cells);
        var before = await ReadAsync(notebook);
        notebook.Session.Editor.SetText(notebook[2], "edited");

        await notebook.ReopenAsync();

        notebook.View.Cells[1].Text.ShouldBe("edited");
        notebook.View.HasEdits.ShouldBeTrue();
        notebook.View.Notice!.Sentence.ShouldBe(
            "These are your edits of last time, which were not saved. Save them, or discard them."
        );
        (await ReadAsync(notebook)).ShouldBe(before);
        (await notebook.Session.Saver.SaveAsync()).ShouldBeOfType<SaveOutcome.Saved>();
        (await ReadAsync(notebook)).ShouldBe(before.Replace("one two", "edited", StringComparison.Ordinal));
        await notebook.ReopenAsync();
        notebook.View.Notice.ShouldBeNull();
    }

    [Fact]
    public async Task They_are_kept_a_second_later_even_if_the_host_does_not_end_well()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[2], "edited");

        notebook.Time.Advance(EditKeeper.TimeToKeep);

        KeptEdits.Read(notebook.File)!.Cells[1].Text.ShouldBe("edited");
    }

    [Fact]
    public async Task Edits_of_last_time_do_not_overwrite_a_file_that_has_changed_since()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[2], "edited");
        await notebook.Session.DisposeAsync();
        await File.WriteAllTextAsync(notebook.File, "#!csharp\n\nnew\n", TestContext.Current.CancellationToken);
        await notebook.ReopenAsync();

        (await notebook.Session.Saver.SaveAsync()).ShouldBeOfType<SaveOutcome.Conflict>();

        (await ReadAsync(notebook)).ShouldBe("#!csharp\n\nnew\n");
        notebook.View.Cells[1].Text.ShouldBe("edited");
    }

    [Fact]
    public async Task Discarded_edits_do_not_come_back()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[2], "edited");
        await notebook.ReopenAsync();

        await notebook.Session.Saver.ReloadAsync();
        await notebook.ReopenAsync();

        notebook.View.Cells[1].Text.ShouldBe("one two");
        notebook.View.HasEdits.ShouldBeFalse();
    }

    [Fact]
    public async Task Outputs_that_were_cleared_are_gone_also_after_a_restart_of_the_host()
    {
        await using var notebook = new OpenNotebook(
            [("csharp", "one"), ("csharp", "two")],
            new ScriptedKernel().On("one", ScriptedKernel.Printed("1\n")).On("two", ScriptedKernel.Printed("2\n"))
        );
        await notebook.RunAllAsync();

        notebook.Session.Outputs.Clear(notebook[1]);

        notebook.View.Cells.Select(cell => cell.Outputs.Length).ShouldBe([0, 1]);
        notebook.States.ShouldBe("Done Done");
        await notebook.ReopenAsync();
        notebook.View.Cells.Select(cell => cell.Outputs.Length).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"FileHash":"0","Cells":[]}""")]
    [InlineData("""{"FileHash":null,"Cells":[null]}""")]
    public async Task A_broken_file_of_edits_counts_as_none(string text)
    {
        await using var notebook = new OpenNotebook(Cells);
        Directory.CreateDirectory(notebook.PathOf("notebooks/.outputs"));
        await notebook.Session.DisposeAsync();
        await File.WriteAllTextAsync(
            notebook.PathOf("notebooks/.outputs/x.edits.json"),
            text,
            TestContext.Current.CancellationToken
        );

        await notebook.ReopenAsync();

        notebook.View.Cells.Select(cell => cell.Text).ShouldBe(["# Title", "one two"]);
    }

    private static Task<string> ReadAsync(OpenNotebook notebook) =>
        File.ReadAllTextAsync(notebook.File, TestContext.Current.CancellationToken);
}
