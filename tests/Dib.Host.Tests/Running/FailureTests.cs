using Dib.Host.Commands;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Host.Tests.Running;

public class FailureTests
{
    private static readonly (string, string)[] ThreeCells =
    [
        ("markdown", "# Title"),
        ("csharp", "one\ntwo"),
        ("csharp", "three"),
    ];

    [Fact]
    public async Task A_cell_that_throws_is_named_by_file_cell_and_line()
    {
        var kernel = new ScriptedKernel().On(
            "one\ntwo",
            new CommandFailed("System.InvalidOperationException: boom\n   at X", null, new LinePosition(1, 0))
        );
        using var place = new Workplace { Kernel = kernel }.Add("01-one", ThreeCells);

        (await place.RunAsync()).ShouldBe(1);

        place.Output.ShouldContain("notebooks/01-one.dib, cell 2, line 12: InvalidOperationException: boom\n");
        place.Output.ShouldNotContain("   at X");
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_by_the_compilers_line()
    {
        var kernel = new ScriptedKernel().On(
            "one\ntwo",
            new CommandFailed("(2,5): error CS0103: The name 'two' does not exist")
        );
        using var place = new Workplace { Kernel = kernel }.Add("01-one", ThreeCells);

        (await place.RunAsync()).ShouldBe(1);

        place.Output.ShouldContain("notebooks/01-one.dib, cell 2, line 12: CS0103: The name 'two' does not exist\n");
    }

    [Fact]
    public async Task An_error_in_an_imported_file_fails_the_cell_that_imports_it()
    {
        var kernel = new ScriptedKernel().On("one\ntwo", new ErrorProduced("the library could not be loaded", []));
        using var place = new Workplace { Kernel = kernel }.Add("01-one", ThreeCells);

        (await place.RunAsync()).ShouldBe(1);

        place.Output.ShouldContain("cell 2, line 11: the library could not be loaded\n");
    }

    [Fact]
    public async Task After_a_failed_cell_the_rest_is_not_run_and_the_next_notebook_is()
    {
        var kernel = new ScriptedKernel().On("one\ntwo", new CommandFailed("boom"));
        using var place = new Workplace { Kernel = kernel }
            .Add("01-one", ThreeCells)
            .Add("02-two", ("csharp", "next"));

        (await place.RunAsync()).ShouldBe(1);

        kernel.Submitted.ShouldBe(["one\ntwo", "next"]);
        place.Read("out/01-one.html").ShouldContain("not run");
    }

    [Fact]
    public async Task With_fail_fast_the_next_notebook_is_not_run_either()
    {
        var kernel = new ScriptedKernel().On("one\ntwo", new CommandFailed("boom"));
        using var place = new Workplace { Kernel = kernel }
            .Add("01-one", ThreeCells)
            .Add("02-two", ("csharp", "next"));

        (await place.RunAsync("--fail-fast")).ShouldBe(1);

        kernel.Submitted.ShouldBe(["one\ntwo"]);
    }

    [Fact]
    public async Task A_kernel_that_dies_is_named_by_file_cell_and_the_cells_line()
    {
        using var place = new Workplace { Kernel = new ScriptedKernel { Deadly = "one\ntwo" } }.Add(
            "01-one",
            ThreeCells
        );

        (await place.RunAsync()).ShouldBe(1);

        place.Output.ShouldContain("notebooks/01-one.dib, cell 2, line 11: the kernel ended with exit code 3\n");
    }

    [Fact]
    public async Task A_notebook_whose_time_is_up_is_stopped_with_exit_code_3()
    {
        using var place = new Workplace
        {
            Kernel = new ScriptedKernel { Endless = "one\ntwo" },
            Time = new ImpatientTime(),
        }.Add("01-one", ThreeCells);

        (await place.RunAsync("--timeout", "2.5")).ShouldBe(3);

        place.Output.ShouldContain(
            "notebooks/01-one.dib, cell 2: stopped after 2.5 s; look for a loop that never ends, or give more time with --timeout\n"
        );
    }

    [Fact]
    public async Task An_interrupted_run_says_what_is_lost_and_keeps_what_is_complete()
    {
        using var interrupt = new CancellationTokenSource();
        var kernel = new ScriptedKernel
        {
            Endless = "next",
            WhenSubmitted = code =>
            {
                if (code == "next")
                    interrupt.Cancel();
            },
        };
        using var place = new Workplace { Kernel = kernel, Cancellation = interrupt.Token }
            .Add("01-one", ThreeCells)
            .Add("02-two", ("csharp", "next"));

        (await place.RunAsync(new RunArguments([]) { Json = "all.json" })).ShouldBe(130);

        place.Errors.ShouldBe("Interrupted: the results of 02-two are lost; 1 of 2 notebooks are complete.");
        place.Read("all.json").ShouldContain("01-one");
        place.Read("all.json").ShouldNotContain("02-two");
    }

    [Fact]
    public async Task A_run_that_is_interrupted_before_its_kernel_is_there_says_that_nothing_has_run()
    {
        using var interrupt = new CancellationTokenSource();
        using var place = new Workplace { Kernel = new ScriptedKernel(), Cancellation = interrupt.Token }.Add(
            "01-one",
            ThreeCells
        );
        var slow = KernelLauncher.Default with
        {
            PrepareAsync = async (told, cancellation) =>
            {
                await interrupt.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            },
        };

        (await place.RunAsync(new RunArguments([]) { Kernel = slow })).ShouldBe(130);

        place.Errors.ShouldBe("Interrupted: nothing has run yet.");
    }

    [Fact]
    public async Task Printed_text_is_cut_after_1_MB()
    {
        var line = new string('x', 1023) + "\n";
        var kernel = new ScriptedKernel().On(
            "one\ntwo",
            [.. Enumerable.Repeat(ScriptedKernel.Printed(line), 3 * 1024)]
        );
        using var place = new Workplace { Kernel = kernel }.Add("01-one", ThreeCells);

        (await place.RunAsync()).ShouldBe(0);

        place.Output.ShouldContain("output cut after 1 MB (2 MB more)\n");
        place.Output.Length.ShouldBeLessThan(1_100_000);
    }
}
