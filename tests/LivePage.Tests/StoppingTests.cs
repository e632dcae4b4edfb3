namespace LivePage.Tests;

public sealed class StoppingTests(ServedHost host)
{
    [Fact]
    public async Task A_cell_that_listens_stops_at_once_and_the_variables_are_kept()
    {
        await using var notebook = await host.OpenAsync(
            "listens",
            "csharp\n\nint kept = 7;\nConsole.WriteLine(\"first\");",
            "csharp\n\nConsole.WriteLine(\"waits\");\n"
                + "await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);",
            "csharp\n\nConsole.WriteLine(kept);"
        );
        await notebook.ClickAsync("Run all");
        await notebook.HasPrintedAsync(2, "waits");

        await notebook.ClickAsync("Stop");

        await notebook.IsAsync(2, "failed");
        await notebook.IsAsync(3, "not run");
        await Expect(notebook.Page.Locator(".notice"))
            .ToContainTextAsync("The variables of the cells run so far are kept; 1 cell that waited was not run.");
        await notebook.RunAsync(3);
        await notebook.HasPrintedAsync(3, "7");
    }

    [Fact]
    public async Task A_cell_that_does_not_listen_loses_its_kernel_and_the_page_says_what_is_lost_and_what_is_kept()
    {
        await using var notebook = await host.OpenAsync(
            "deaf",
            "csharp\n\n// knobs\nint rounds = 3;",
            "csharp\n\nConsole.WriteLine(\"spins\");\nwhile (rounds > 0) { }",
            "csharp\n\nConsole.WriteLine(\"never\");"
        );
        await notebook.ClickAsync("Run all");
        await notebook.HasPrintedAsync(2, "spins");

        await notebook.ClickAsync("Stop");

        await notebook.IsAsync(2, "failed");
        await notebook.IsAsync(3, "not run");
        await Expect(notebook.Page.Locator(".notice"))
            .ToContainTextAsync(
                "The cell did not stop within two seconds, so its kernel was ended. The variables of the 1 cell run so "
                    + "far are lost; the knobs and all other text are kept. The next run starts a new kernel."
            );
        await Expect(notebook.Page.GetByLabel("rounds")).ToHaveValueAsync("3");
        await notebook.RunToEndAsync(1);
    }
}
