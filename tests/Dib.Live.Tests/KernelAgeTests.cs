namespace Dib.Live.Tests;

public class KernelAgeTests
{
    private const long Gigabyte = 1L << 30;

    // More than any machine's.
    private const long Much = 1L << 60;

    private static readonly (string, string)[] Cells = [("csharp", "var a = 1;"), ("csharp", "var b = a;")];

    [Fact]
    public void A_kernel_that_holds_more_than_an_eighth_of_the_memory_is_told_of_with_what_it_ran()
    {
        KernelAge.Notice(held: 2 * Gigabyte - 1, available: 16 * Gigabyte, runs: 620).ShouldBeNull();
        KernelAge
            .Notice(held: 5 * Gigabyte / 2, available: 16 * Gigabyte, runs: 620)
            .ShouldBe(
                "The kernel holds 2.5 GB of memory after 620 cell runs. Restart frees it; the variables are lost then."
            );
    }

    [Fact]
    public void On_a_small_machine_a_kernel_that_holds_less_than_a_gigabyte_is_not_told_of()
    {
        KernelAge.Notice(held: Gigabyte - 1, available: 4 * Gigabyte, runs: 1).ShouldBeNull();
        KernelAge
            .Notice(held: Gigabyte, available: 4 * Gigabyte, runs: 1)
            .ShouldBe(
                "The kernel holds 1.0 GB of memory after 1 cell run. Restart frees it; the variables are lost then."
            );
    }

    [Fact]
    public void A_kernel_that_has_run_a_thousand_cells_is_told_of_because_it_becomes_slow()
    {
        KernelAge.Notice(held: 0, available: 16 * Gigabyte, runs: 999).ShouldBeNull();
        KernelAge
            .Notice(held: 0, available: 16 * Gigabyte, runs: 1085)
            .ShouldBe(
                "The kernel has run 1085 cells, and each makes those after it a little slower. Restart makes it quick again; the variables are lost then."
            );
    }

    [Fact]
    public async Task The_page_says_so_after_a_run_until_the_kernel_is_restarted()
    {
        var kernel = new ScriptedKernel { Held = Much };
        await using var notebook = new OpenNotebook(Cells, kernel, new ScriptedKernel());

        await notebook.RunAllAsync();
        await notebook.UntilAsync(view => view.KernelNotice is not null);
        await notebook.RunAllAsync();
        var view = await notebook.UntilAsync(view =>
            Sentence(view).Contains("after 4 cell runs", StringComparison.Ordinal)
        );
        await notebook.Session.Kernel.RestartAsync();

        Sentence(view).ShouldContain("Restart frees it; the variables are lost then.");
        notebook.View.KernelNotice.ShouldBeNull();
        await notebook.RunAllAsync();
        notebook.View.KernelNotice.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_not_said_any_more_once_the_kernel_holds_less()
    {
        var kernel = new ScriptedKernel { Held = Much };
        await using var notebook = new OpenNotebook(Cells, kernel);
        await notebook.RunAllAsync();
        await notebook.UntilAsync(view => view.KernelNotice is not null);

        kernel.Held = 0;
        await notebook.RunAllAsync();

        await notebook.UntilAsync(view => view.KernelNotice is null);
    }

    private static string Sentence(NotebookView view) => view.KernelNotice?.Sentence ?? "";
}
