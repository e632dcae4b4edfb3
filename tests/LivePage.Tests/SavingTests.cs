namespace LivePage.Tests;

public sealed class SavingTests(ServedHost host)
{
    // Blank lines and blanks that another program would tidy up.
    private const string Untidy =
        "#!markdown\n\n# Title  \n\n\n\n#!csharp\n\nvar a  =  1;   \n\n\n#!csharp\nConsole.WriteLine(a);";

    [Fact]
    public async Task Saving_changes_what_was_edited_and_no_other_byte()
    {
        await WriteAsync("bytes.dib", Untidy);
        await using var notebook = await host.VisitAsync("bytes");

        await notebook.TypeAsync(3, "Control+End", " // edited");
        await notebook.PressAsync("Control+s");

        await notebook.IsToldAsync("Saved bytes.dib.");
        (await ReadAsync("bytes.dib")).ShouldBe(Untidy + " // edited");
        await Expect(notebook.Toolbar).Not.ToContainTextAsync("not saved");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outputs_of_last_time_are_shown_again_in_grey()
    {
        await using var first = await host.OpenAsync("first", "csharp\n\nConsole.WriteLine(\"shown\");");
        await first.ClickAsync("Run cell 1");
        await first.IsAsync(1, "done");
        await first.TypeAsync(1, "Control+End", " ");
        await first.PressAsync("Control+s");
        await first.IsToldAsync("Saved first.dib.");

        // To the host a first that it has never opened.
        File.Copy(host.PathOf("first.dib"), host.PathOf("second.dib"));
        File.Copy(host.PathOf(".outputs/first.jsonl"), host.PathOf(".outputs/second.jsonl"));
        var notebook = await first.Visit.OpenAsync(host, "second");

        await notebook.IsAsync(1, "not run");
        await Expect(notebook.Cell(1).Locator(".outputs.old")).ToContainTextAsync("shown");
        await Expect(notebook.Cell(1).Locator(".facts")).ToContainTextAsync("from an earlier run");
    }

    [Fact]
    public async Task A_file_that_somebody_else_has_changed_is_overwritten_only_if_the_reader_says_so()
    {
        await using var notebook = await host.OpenAsync("shared", "csharp\n\nvar a = 1;");
        await notebook.TypeAsync(1, "Control+End", " // mine");
        await WriteAsync("shared.dib", "#!csharp\n\nvar a = 2; // theirs\n");

        await notebook.ClickAsync("Save");
        await notebook.ClickAsync("Save a copy");
        await notebook.IsToldAsync("Saved a copy as shared-copy.dib.");
        (await ReadAsync("shared.dib")).ShouldContain("theirs");
        (await ReadAsync("shared-copy.dib")).ShouldContain("mine");

        await notebook.ClickAsync("Save");
        await Expect(notebook.Page.GetByRole(AriaRole.Dialog))
            .ToContainTextAsync("shared.dib has been changed outside of this page.");
        await notebook.ClickAsync("Overwrite the file");
        await notebook.IsToldAsync("Saved shared.dib.");
        (await ReadAsync("shared.dib")).ShouldContain("mine");

        await notebook.TypeAsync(1, "Control+End", " again");
        await WriteAsync("shared.dib", "#!csharp\n\nvar a = 2; // theirs\n");
        await notebook.ClickAsync("Save");
        await notebook.ClickAsync("Reload, and lose the edits");
        await Expect(notebook.Cell(1).Locator("pre.code")).ToHaveTextAsync("var a = 2; // theirs");
    }

    [Fact]
    public async Task Edits_can_be_discarded_and_the_page_downloaded()
    {
        await using var notebook = await host.OpenAsync("kept", "csharp\n\nConsole.WriteLine(\"shown\");");
        await notebook.ClickAsync("Run cell 1");
        await notebook.IsAsync(1, "done");
        await notebook.TypeAsync(1, "Control+End", " // edited");

        var download = await notebook.Page.RunAndWaitForDownloadAsync(() =>
            notebook.Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync()
        );
        await notebook.ClickAsync("Discard edits");
        await notebook.ClickAsync("Discard all edits");

        await notebook.IsToldAsync("All edits are discarded");
        await Expect(notebook.Cell(1).Locator("pre.code")).ToHaveTextAsync("Console.WriteLine(\"shown\");");
        download.SuggestedFilename.ShouldBe("kept.html");
        var page = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("shown");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_sentence_and_the_edits_are_kept()
    {
        await using var notebook = await host.OpenAsync("locked", "csharp\n\nvar a = 1;");
        File.SetAttributes(host.PathOf("locked.dib"), FileAttributes.ReadOnly);
        await notebook.TypeAsync(1, "Control+End", " // edited");

        await notebook.PressAsync("Control+s");

        await notebook.IsToldAsync(
            "locked.dib could not be saved: the file is read-only. Your edits are kept here; save again."
        );
        await Expect(notebook.Toolbar).ToContainTextAsync("not saved");
        File.SetAttributes(host.PathOf("locked.dib"), FileAttributes.Normal);
        await notebook.PressAsync("Control+s");
        await notebook.IsToldAsync("Saved locked.dib.");
        (await ReadAsync("locked.dib")).ShouldContain("// edited");
    }

    private Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(host.PathOf(file), text, TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(host.PathOf(file), TestContext.Current.CancellationToken);
}
