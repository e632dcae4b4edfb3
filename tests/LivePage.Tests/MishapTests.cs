using System.Diagnostics;
using System.Globalization;

namespace LivePage.Tests;

/// <summary>What goes wrong around a notebook is a sentence on its page, and costs no edit.</summary>
public sealed class MishapTests(ServedHost host)
{
    private const string Offline = "The connection to the host is lost.";

    [Fact]
    public async Task A_kernel_killed_from_outside_is_told_at_once_and_the_edit_is_kept()
    {
        await using var notebook = await host.OpenAsync(
            "killed",
            "csharp\n\nConsole.WriteLine(Environment.ProcessId);",
            "csharp\n\nvar b = 1;"
        );
        await notebook.ClickAsync("Run cell 1");
        await notebook.IsAsync(1, "done");
        await notebook.TypeAsync(2, "Control+End", " // typed");
        var id = await notebook.Cell(1).Locator(".outputs").TextContentAsync();

        using (var kernel = Process.GetProcessById(int.Parse(id!, CultureInfo.InvariantCulture)))
            kernel.Kill();

        await notebook.IsToldAsync(
            "The kernel ended with exit code 137. The variables of the 1 cell run so far are lost; the knobs and all other text are kept. The next run starts a new kernel."
        );
        (await notebook.EditedAsync()).ShouldBe("var b = 1; // typed");
        await notebook.PressAsync("Control+Enter");
        await notebook.IsAsync(2, "done");
        await notebook.IsAsync(1, "not run");
    }

    [Fact]
    public async Task Of_100_MB_of_output_the_page_shows_how_it_starts_and_how_it_ends()
    {
        await using var notebook = await host.OpenAsync(
            "flood",
            "csharp\n\nvar line = new string('x', 99);\nfor (var i = 0; i < 1_000_000; i++) Console.WriteLine(line);\nConsole.WriteLine(\"last\");",
            "csharp\n\nConsole.WriteLine(\"still here\");"
        );

        await notebook.ClickAsync("Run cell 1");
        await notebook.IsAsync(1, "done");

        await notebook.HasPrintedAsync(1, "MB left out here: this cell put out more than a page can show");
        await notebook.HasPrintedAsync(1, "last");
        (await notebook.Cell(1).Locator(".outputs").TextContentAsync())!.Length.ShouldBeLessThan(500_000);
        await notebook.ClickAsync("Run cell 2");
        await notebook.HasPrintedAsync(2, "still here");
    }

    [Fact]
    public async Task A_cell_of_a_million_lines_opens_can_be_edited_and_is_saved()
    {
        await using var notebook = await host.OpenAsync(
            "long",
            "csharp\n\n" + string.Concat(Enumerable.Repeat("//\n", 1_000_000)) + "1"
        );
        await Expect(notebook.Cell(1).Locator("pre.code"))
            .ToContainTextAsync("This cell has 1,000,001 lines; how it starts is shown here, the editor shows all.");

        await notebook.TypeAsync(1, "Control+End", "23");
        await notebook.PressAsync("Control+s");

        await notebook.IsToldAsync("Saved long.dib.");
        var text = await File.ReadAllTextAsync(host.PathOf("long.dib"), TestContext.Current.CancellationToken);
        text.ShouldEndWith("//\n123\n");
    }

    [Fact]
    public async Task Two_pages_of_one_notebook_show_the_same_and_neither_overwrites_what_the_other_types()
    {
        await using var first = await host.OpenAsync("twice", "csharp\n\nvar a = 1;");
        var second = await first.Visit.OpenAsync(host, "twice");
        await first.EditAsync(1);
        await second.EditAsync(1);
        await first.PressAsync("Control+End");
        await second.PressAsync("Control+Home");

        await Task.WhenAll(first.Page.Keyboard.TypeAsync(" // first"), second.Page.Keyboard.TypeAsync("/* second */ "));

        await first.HasEditedAsync("/* second */ var a = 1; // first");
        await second.HasEditedAsync("/* second */ var a = 1; // first");
        await first.PressAsync("Control+Enter");
        await second.IsAsync(1, "done");
    }

    [Fact]
    public async Task A_page_that_is_reloaded_shows_the_cell_that_runs_and_what_was_typed_last()
    {
        await using var notebook = await host.OpenAsync(
            "reloaded",
            "csharp\n\nConsole.WriteLine(\"begun\");\nwhile (!System.IO.File.Exists(\"go\")) await Task.Delay(20);\nConsole.WriteLine(\"ended\");",
            "csharp\n\nvar b = 1;"
        );
        await notebook.ClickAsync("Run cell 1");
        await notebook.HasPrintedAsync(1, "begun");
        await notebook.TypeAsync(2, "Control+End", " // typed");

        await notebook.Page.ReloadAsync();

        await notebook.HasPrintedAsync(1, "begun");
        await notebook.IsAsync(1, "running");
        await Expect(notebook.Cell(2).Locator("pre.code")).ToHaveTextAsync("var b = 1; // typed");
        await File.WriteAllTextAsync(host.PathOf("go"), "", TestContext.Current.CancellationToken);
        await notebook.HasPrintedAsync(1, "ended");
        await notebook.IsAsync(1, "done");
    }

    [Fact]
    public async Task What_is_typed_while_the_connection_is_lost_arrives_when_it_is_back()
    {
        host.Add("offline", "csharp\n\nvar a = 1;");
        await using var visit = await Visit.BeginAsync();
        await visit.Context.AddInitScriptAsync(
            """
            const sockets = [];
            window.WebSocket = class extends WebSocket {
              constructor(...all) { super(...all); sockets.push(this); }
            };
            window.cut = () => sockets.forEach((socket) => socket.close());
            """
        );
        var notebook = await visit.OpenAsync(host, "offline");
        var other = await visit.OpenAsync(host, "offline");
        await notebook.EditAsync(1);
        await notebook.PressAsync("Control+End");

        await visit.Context.SetOfflineAsync(true);
        await notebook.Page.EvaluateAsync("cut()");
        var sign = notebook.Page.GetByText(Offline);
        await Expect(sign).ToBeVisibleAsync();
        await Expect(RunAll(notebook)).ToBeDisabledAsync();
        await Expect(RunAll(notebook))
            .ToHaveAttributeAsync("title", "There is no connection to the host: this does nothing until it is back.");
        await notebook.Page.Keyboard.TypeAsync(" // typed");
        await visit.Context.SetOfflineAsync(false);

        await Expect(sign).ToBeHiddenAsync();
        await Expect(RunAll(notebook)).ToBeEnabledAsync();
        await Expect(other.Cell(1).Locator("pre.code")).ToHaveTextAsync("var a = 1; // typed");
        await notebook.HasEditedAsync("var a = 1; // typed");
    }

    private static ILocator RunAll(NotebookOnPage notebook) =>
        notebook.Toolbar.GetByText("Run all", new() { Exact = true });
}
