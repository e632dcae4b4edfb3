using CsCheck;
using Dib.Format;
using Dib.Live.Files;

namespace Dib.Live.Tests;

public class SavingTests
{
    private static readonly (string, string)[] Cells =
    [
        ("markdown", "# Title\n\nWords."),
        ("csharp", "// knobs\nint[] work = [1, 2];"),
        ("csharp", "work.Length"),
    ];

    [Fact]
    public async Task Saving_changes_what_was_edited_and_no_other_byte()
    {
        await using var notebook = new OpenNotebook(Cells);
        var before = await ReadAsync(notebook);

        notebook.Session.Knobs.Set(notebook.View.Cells[1].Id, "work", "3, 1, 4").IsOk.ShouldBeTrue();
        notebook.View.HasEdits.ShouldBeTrue();
        var outcome = await notebook.Session.Saver.SaveAsync();

        outcome.ShouldBe(new SaveOutcome.Saved("Saved x.dib."));
        (await ReadAsync(notebook)).ShouldBe(before.Replace("[1, 2]", "[3, 1, 4]", StringComparison.Ordinal));
        notebook.View.HasEdits.ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_changed_by_others_is_not_overwritten_unless_the_reader_says_so()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[3], "work");
        await File.WriteAllTextAsync(notebook.File, "#!csharp\n\n1\n", Token);

        var outcome = await notebook.Session.Saver.SaveAsync();

        outcome
            .ShouldBeOfType<SaveOutcome.Conflict>()
            .Sentence.ShouldBe(
                "x.dib has been changed outside of this page. Overwrite it, reload it, or save a copy; your edits are kept until you choose."
            );
        (await ReadAsync(notebook)).ShouldBe("#!csharp\n\n1\n");
        (await notebook.Session.Saver.SaveCopyAsync()).ShouldBe(new SaveOutcome.Saved("Saved a copy as x-copy.dib."));
        DibDocument.Load(notebook.PathOf("notebooks/x-copy.dib")).Cells[^1].Text.ShouldBe("work");
        (await notebook.Session.Saver.OverwriteAsync()).ShouldBeOfType<SaveOutcome.Saved>();
        DibDocument
            .Load(notebook.File)
            .Cells.Select(cell => cell.Text)
            .ShouldBe(notebook.View.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Reloading_takes_the_file_as_it_is_and_keeps_what_is_the_same()
    {
        await using var notebook = new OpenNotebook(Cells, new ScriptedKernel());
        await notebook.RunAllAsync();
        var kept = notebook[2];
        await File.WriteAllTextAsync(notebook.File, DibWriter.Write([Cells[1], ("csharp", "new")]), Token);
        notebook.Session.Editor.SetText(notebook[3], "edited");

        (await notebook.Session.Saver.ReloadAsync()).ShouldBeNull();

        notebook.View.Cells.Select(cell => cell.Text).ShouldBe([Cells[1].Item2, "new"]);
        notebook[1].ShouldBe(kept);
        notebook.States.ShouldBe("Done NeverRun");
        notebook.View.HasEdits.ShouldBeFalse();
    }

    [Fact]
    public async Task A_read_only_file_is_a_sentence_and_the_edits_are_kept()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[3], "edited");
        File.SetAttributes(notebook.File, FileAttributes.ReadOnly);

        var outcome = await notebook.Session.Saver.SaveAsync();

        File.SetAttributes(notebook.File, FileAttributes.Normal);
        outcome.ShouldBe(
            new SaveOutcome.Failed(
                "x.dib could not be saved: the file is read-only. Your edits are kept here; save again."
            )
        );
        notebook.View.Cells[2].Text.ShouldBe("edited");
        (await notebook.Session.Saver.SaveAsync()).ShouldBeOfType<SaveOutcome.Saved>();
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_a_sentence_and_the_edits_are_kept()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[3], "edited");
        Directory.Delete(notebook.PathOf("notebooks"), recursive: true);

        (await notebook.Session.Saver.SaveAsync()).Sentence.ShouldBe(
            "x.dib could not be saved: its folder is gone. Your edits are kept here; save again."
        );
        notebook.View.HasEdits.ShouldBeTrue();
    }

    [Theory]
    [InlineData("No space left on device : '/x.dib.draft'", "the disk is full.")]
    [InlineData("Read-only file system : '/x.dib.draft'", "the disk is read-only.")]
    [InlineData(null, "you may not read it, or not write in its folder.")]
    public async Task A_disk_that_takes_nothing_is_a_sentence_and_the_edits_are_kept(string? system, string reason)
    {
        await using var notebook = new OpenNotebook(Cells);
        var before = await ReadAsync(notebook);
        notebook.Session.Editor.SetText(notebook[3], "edited");
        notebook.Write = (_, _) => throw (system is null ? new UnauthorizedAccessException() : new IOException(system));

        var saved = await notebook.Session.Saver.SaveAsync();
        var copied = await notebook.Session.Saver.SaveCopyAsync();
        var overwritten = await notebook.Session.Saver.OverwriteAsync();

        new[] { saved, copied, overwritten }.ShouldAllBe(outcome =>
            outcome
            == new SaveOutcome.Failed($"x.dib could not be saved: {reason} Your edits are kept here; save again.")
        );
        notebook.View.Cells[2].Text.ShouldBe("edited");
        notebook.View.HasEdits.ShouldBeTrue();
        (await ReadAsync(notebook)).ShouldBe(before);
        notebook.Write = null;
        (await notebook.Session.Saver.SaveAsync()).ShouldBeOfType<SaveOutcome.Saved>();
        (await ReadAsync(notebook)).ShouldBe(before.Replace("work.Length", "edited", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_would_start_another_cell_is_a_sentence_and_kept()
    {
        await using var notebook = new OpenNotebook(Cells);
        notebook.Session.Editor.SetText(notebook[3], "1\n#!markdown\n2");

        (await notebook.Session.Saver.SaveAsync()).Sentence.ShouldBe(
            "x.dib could not be saved: cell 3 has a line that would start another cell; put a space before that line's #!. Your edits are kept here."
        );
        notebook.View.Cells[2].Text.ShouldBe("1\n#!markdown\n2");
    }

    [Fact]
    public async Task Outputs_are_shown_again_as_old_ones_where_the_text_is_the_same()
    {
        var kernel = new ScriptedKernel { Run = """{"total": 17.0}""" }.On(
            "work.Length",
            ScriptedKernel.Displayed("<b>2</b>"),
            ScriptedKernel.Printed("two\n")
        );
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();
        await notebook.UntilAsync(view => view.Totals.Total is not null);
        await notebook.IdleAsync();
        await notebook.Session.Saver.SaveAsync();

        await notebook.ReopenAsync();

        var cell = notebook.View.Cells[2];
        cell.Outputs.Select(output => output.Content.Text).ShouldBe(["<b>2</b>", "two\n"]);
        cell.OutputsAreOld.ShouldBeTrue();
        notebook.States.ShouldBe("- NeverRun NeverRun");
        notebook.View.Totals.Total.ShouldBe(17.0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("nonsense\n{}")]
    [InlineData("{\"state\":\"ran\",\"totals\":{\"total\":1,\"lowerBound\":null}}\n{\"hash\":null}")]
    public async Task A_broken_file_of_outputs_counts_as_none(string text)
    {
        await using var notebook = new OpenNotebook(Cells);
        Directory.CreateDirectory(notebook.PathOf("notebooks/.outputs"));
        await File.WriteAllTextAsync(notebook.PathOf("notebooks/.outputs/x.jsonl"), text, Token);

        await notebook.ReopenAsync();

        notebook.View.Cells.ShouldAllBe(cell => cell.Outputs.IsEmpty);
    }

    [Fact]
    public async Task The_page_to_download_has_the_outputs_and_the_text_of_now()
    {
        await using var notebook = new OpenNotebook(
            Cells,
            new ScriptedKernel().On("edited", ScriptedKernel.Displayed("<b>shown</b>"))
        );
        notebook.Session.Editor.SetText(notebook[3], "edited");
        await notebook.RunAllAsync();

        var page = await notebook.Session.ToHtmlAsync();

        page.ShouldContain("<b>shown</b>");
        page.ShouldContain("edited");
        page.ShouldContain("<h1 id=\"title\">Title");
    }

    [Fact]
    public async Task The_page_to_download_stands_alone_and_has_no_link_to_a_page_that_is_not_beside_it()
    {
        await using var notebook = new OpenNotebook([
            ("markdown", "# Title\n\n[contents](../README.md#all), [next](x.dib), [far](https://example.com)"),
        ]);

        var page = await notebook.Session.ToHtmlAsync();

        page.ShouldContain("contents, next, <a href=\"https://example.com\">far</a>");
        page.Split(" href=\"").Skip(1).Select(link => link.Split('"')[0]).ShouldBe(["#title", "https://example.com"]);
    }

    // Whatever readers do, in any order: saving writes what the page shows.
    [Fact]
    public async Task After_any_edits_the_file_is_what_the_page_shows() =>
        await Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.OneOf("x", "a\nb", "ž", "int[] work = [2];"))
            .Array[0, 12]
            .SampleAsync(
                async edits =>
                {
                    await using var notebook = new OpenNotebook(Cells);
                    foreach (var (what, at, text) in edits)
                        Edit(notebook, what, at, text);
                    var shown = notebook
                        .View.Cells.Where(cell => cell.Text.Length > 0)
                        .Select(cell => (cell.Kind, cell.Text));

                    (await notebook.Session.Saver.SaveAsync()).ShouldBeOfType<SaveOutcome.Saved>();

                    DibDocument.Load(notebook.File).Cells.Select(cell => (cell.KernelName, cell.Text)).ShouldBe(shown);
                    notebook.View.HasEdits.ShouldBeFalse();
                },
                iter: 40
            );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_cell_can_be_brought_back_after_saving()
    {
        await using var notebook = new OpenNotebook(Cells);
        var before = await ReadAsync(notebook);
        notebook.Session.Editor.Delete(notebook[3]);
        await notebook.Session.Saver.SaveAsync();
        DibDocument.Load(notebook.File).Cells.Length.ShouldBe(2);

        notebook.Session.Editor.Undo();
        await notebook.Session.Saver.SaveAsync();

        (await ReadAsync(notebook)).ShouldBe(before);
    }

    private static void Edit(OpenNotebook notebook, int what, int at, string text)
    {
        var session = notebook.Session;
        var cells = notebook.View.Cells;
        var id = cells.Length == 0 ? "none" : cells[at % cells.Length].Id;
        switch (what)
        {
            case 0:
                session.Editor.SetText(session.Editor.InsertAbove(id), text);
                break;
            case 1:
                session.Editor.SetText(session.Editor.InsertBelow(id, "markdown"), text);
                break;
            case 2:
                session.Editor.Delete(id);
                break;
            case 3:
                session.Editor.Undo();
                break;
            case 4:
                session.Editor.MoveUp(id);
                break;
            case 5:
                session.Editor.SetKind(id, "html");
                break;
            default:
                session.Editor.SetText(id, text);
                break;
        }
    }

    private static Task<string> ReadAsync(OpenNotebook notebook) => File.ReadAllTextAsync(notebook.File, Token);
}
