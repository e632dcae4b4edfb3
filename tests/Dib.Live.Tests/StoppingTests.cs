namespace Dib.Live.Tests;

public class StoppingTests
{
    private static readonly (string, string)[] Cells =
    [
        ("csharp", "// knobs\nvar a = 1;"),
        ("csharp", "Loop();"),
        ("csharp", "var c = 3;"),
    ];

    [Fact]
    public async Task A_cell_that_listens_stops_and_the_variables_are_kept()
    {
        var kernel = new ScriptedKernel { Obedient = "Loop();" };
        await using var notebook = await RunningAsync(kernel);

        notebook.Session.Runner.Stop();
        await notebook.IdleAsync();

        notebook.States.ShouldBe("Done Failed NeverRun");
        notebook.View.Cells[1].Failure!.Message.ShouldBe("stopped");
        notebook.View.Notice!.Sentence.ShouldBe(
            "Stopped. The variables of the cells run so far are kept; 1 cell that waited was not run."
        );
        notebook.View.Kernel.ShouldBe(KernelStatus.Idle);
    }

    [Fact]
    public async Task A_cell_that_does_not_listen_loses_its_kernel_after_two_seconds()
    {
        var kernel = new ScriptedKernel { Endless = "Loop();" };
        await using var notebook = await RunningAsync(kernel, new ScriptedKernel());

        notebook.Session.Runner.Stop();
        await kernel.Cancelled;
        notebook.View.Kernel.ShouldBe(KernelStatus.Stopping);
        notebook.Time.Advance(TimeSpan.FromSeconds(1.9));
        kernel.Ended.IsCompleted.ShouldBeFalse();
        notebook.Time.Advance(TimeSpan.FromSeconds(0.1));
        await notebook.IdleAsync();

        notebook.States.ShouldBe("NeverRun Failed NeverRun");
        notebook
            .View.Cells[1]
            .Failure!.Message.ShouldBe("stopped: the cell did not listen for two seconds, so its kernel was ended");
        notebook.View.Notice!.Sentence.ShouldBe(
            "The cell did not stop within two seconds, so its kernel was ended. The variables of the 1 cell run so far are lost; the knobs and all other text are kept. The next run starts a new kernel."
        );
        notebook.View.Kernel.ShouldBe(KernelStatus.None);
        await notebook.RunAsync(1);
        notebook.States.ShouldBe("Done Failed NeverRun");
    }

    [Fact]
    public async Task Asked_to_stop_again_it_does_not_wait()
    {
        var kernel = new ScriptedKernel { Endless = "Loop();" };
        await using var notebook = await RunningAsync(kernel);

        notebook.Session.Runner.Stop();
        notebook.Session.Runner.Stop();
        await notebook.IdleAsync();

        notebook.States.ShouldBe("NeverRun Failed NeverRun");
    }

    [Fact]
    public async Task A_cell_that_takes_the_kernel_with_it_says_so_and_the_next_run_starts_another()
    {
        var kernel = new ScriptedKernel { Deadly = "Loop();" };
        await using var notebook = new OpenNotebook(Cells, kernel, new ScriptedKernel());

        await notebook.RunAllAsync();

        notebook.States.ShouldBe("NeverRun Failed NeverRun");
        notebook.View.Cells[1].Failure!.Message.ShouldBe("the kernel ended with exit code 3");
        notebook.View.Notice!.Sentence.ShouldBe(
            "The kernel ended with exit code 3. The variables of the 1 cell run so far are lost; the knobs and all other text are kept. The next run starts a new kernel."
        );
        await notebook.RunAsync(3);
        notebook.States.ShouldBe("NeverRun Failed Done");
    }

    [Fact]
    public async Task A_kernel_killed_from_outside_while_nothing_runs_is_told_at_once()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);
        await notebook.RunAllAsync();

        kernel.Kill();
        var view = await notebook.UntilAsync(view => view.Kernel == KernelStatus.None);

        view.Notice!.Sentence.ShouldBe(
            "The kernel ended with exit code 137. The variables of the 3 cells run so far are lost; the knobs and all other text are kept. The next run starts a new kernel."
        );
        notebook.States.ShouldBe("NeverRun NeverRun NeverRun");
        view.Cells.ShouldAllBe(cell => cell.OutputsAreOld);
    }

    [Fact]
    public async Task A_restart_forgets_the_cell_that_runs_and_goes_on_with_another_kernel()
    {
        var kernel = new ScriptedKernel { Endless = "Loop();" };
        var second = new ScriptedKernel();
        await using var notebook = await RunningAsync(kernel, second);

        await notebook.Session.Kernel.RestartAsync();
        notebook.View.Notice!.Sentence.ShouldBe(
            "The kernel was restarted. The variables of the 2 cells run so far are lost; the knobs and all other text are kept."
        );
        await notebook.RunAllAsync();

        notebook.States.ShouldBe("Done Done Done");
        second.Submitted.Count.ShouldBe(3);
        notebook.View.Notice.ShouldBeNull();
    }

    private static async Task<OpenNotebook> RunningAsync(params ScriptedKernel[] kernels)
    {
        var notebook = new OpenNotebook(Cells, kernels);
        notebook.Session.Runner.RunAll();
        await kernels[0].ArrivedAsync(2);
        return notebook;
    }
}
