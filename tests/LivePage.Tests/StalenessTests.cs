namespace LivePage.Tests;

public sealed class StalenessTests(ServedHost host)
{
    [Fact]
    public async Task Cells_become_stale_when_one_that_they_depend_on_is_edited_or_run_again_and_never_run_by_themselves()
    {
        await using var notebook = await host.OpenAsync(
            "stale",
            "csharp\n\nint a = 1;",
            "csharp\n\nConsole.WriteLine($\"a is {a}\");",
            "csharp\n\nConsole.WriteLine(\"alone\");"
        );
        await notebook.RunAllAsync();

        await notebook.RewriteAsync(1, "int a = 2;");
        await notebook.IsAsync(1, "stale");
        await notebook.IsAsync(2, "stale");
        await notebook.IsAsync(3, "done");
        await Expect(notebook.Toolbar).ToContainTextAsync("2 stale");

        await notebook.RunToEndAsync(1);
        await notebook.IsAsync(2, "stale");
        await notebook.HasPrintedAsync(2, "a is 1");
        await notebook.RunToEndAsync(2);
        await notebook.HasPrintedAsync(2, "a is 2");
    }
}
