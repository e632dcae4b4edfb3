using Dib.Running.Execution;

namespace Dib.Live.Tests;

public class RunningTests
{
    private static readonly (string, string)[] Cells =
    [
        ("markdown", "# Title"),
        ("csharp", "var a = 1;"),
        ("csharp", "var b = a;"),
        ("csharp", "var c = 3;"),
    ];

    [Fact]
    public async Task Nothing_runs_on_opening()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);

        notebook.Session.Kernel.WarmUp();
        await notebook.UntilAsync(view => view.Kernel == KernelStatus.Idle);

        kernel.Submitted.ShouldBeEmpty();
        notebook.States.ShouldBe("- NeverRun NeverRun NeverRun");
    }

    [Fact]
    public async Task Run_all_runs_every_cell_in_order_and_counts_them()
    {
        var kernel = new ScriptedKernel { Run = """{"total": 17.0}""" };
        await using var notebook = new OpenNotebook(Cells, kernel);

        await notebook.RunAllAsync();
        var view = await notebook.UntilAsync(view => view.Totals.Total is not null);

        kernel.Submitted.ShouldBe(["var a = 1;", "var b = a;", "var c = 3;"]);
        notebook.States.ShouldBe("- Done Done Done");
        (view.RunDone, view.RunOf).ShouldBe((3, 3));
        view.Totals.Total.ShouldBe(17.0);
        view.Title.ShouldBe("Title");
    }

    [Fact]
    public async Task From_here_and_up_to_here_mean_this_cell_too()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);

        notebook.Session.Runner.RunUpTo(notebook[3]);
        await notebook.IdleAsync();
        notebook.Session.Runner.RunFrom(notebook[3]);
        await notebook.IdleAsync();

        kernel.Submitted.ShouldBe(["var a = 1;", "var b = a;", "var b = a;", "var c = 3;"]);
    }

    [Fact]
    public async Task The_next_step_runs_one_cell_and_names_the_one_after_it()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);

        var next = notebook.Session.Runner.Step(notebook[1]);
        await notebook.IdleAsync();

        kernel.Submitted.ShouldBe(["var a = 1;"]);
        next.ShouldBe((notebook[2], notebook[3]));
        notebook.Session.Runner.Step(notebook[4]).ShouldBe((notebook[4], null));
        await notebook.IdleAsync();
    }

    [Fact]
    public async Task A_running_cell_shows_what_it_has_put_out_so_far()
    {
        var kernel = new ScriptedKernel().On(
            "var a = 1;",
            ScriptedKernel.Printed("one\n"),
            ScriptedKernel.Printed("two\n")
        );
        var gate = kernel.Hold("var a = 1;");
        await using var notebook = new OpenNotebook(Cells, kernel);

        notebook.Session.Runner.RunAll();
        var view = await notebook.UntilAsync(view =>
            view.Cells[1].Outputs.Any(output => output.Content.Text == "one\ntwo\n")
        );

        notebook.States.ShouldBe("- Running Queued Queued");
        view.Running.ShouldBe(notebook[2]);
        view.Cells[1].Started.ShouldNotBeNull();
        gate.SetResult();
        await notebook.IdleAsync();
        notebook.States.ShouldBe("- Done Done Done");
    }

    [Fact]
    public async Task A_displayed_value_is_updated_in_its_place()
    {
        var kernel = new ScriptedKernel().On(
            "var a = 1;",
            ScriptedKernel.Displayed("<i>1</i>", "v"),
            ScriptedKernel.Printed("between"),
            ScriptedKernel.Updated("<i>2</i>", "v")
        );
        await using var notebook = new OpenNotebook(Cells, kernel);

        await notebook.RunAsync(2);

        notebook
            .View.Cells[1]
            .Outputs.Select(output => (output.Key, output.Content.Text))
            .ShouldBe([(0, "<i>2</i>"), (1, "between")]);
    }

    [Fact]
    public async Task A_cell_that_fails_names_its_line_and_drops_those_behind_it()
    {
        var kernel = new ScriptedKernel().On(
            "var b = a;",
            new CommandFailed("System.InvalidOperationException: boom\n   at X", null, new LinePosition(0, 4))
        );
        await using var notebook = new OpenNotebook(Cells, kernel);

        await notebook.RunAllAsync();

        notebook.States.ShouldBe("- Done Failed NeverRun");
        notebook
            .View.Cells[2]
            .Failure.ShouldBe(
                new CellFailure("InvalidOperationException: boom", 0, "System.InvalidOperationException: boom\n   at X")
            );
    }

    [Fact]
    public async Task The_duration_before_the_last_is_remembered()
    {
        var kernel = new ScriptedKernel();
        await using var notebook = new OpenNotebook(Cells, kernel);
        foreach (var seconds in new[] { 3, 5 })
        {
            var gate = kernel.Hold("var a = 1;");
            notebook.Session.Runner.Run(notebook[2]);
            await notebook.UntilAsync(view =>
                view.Cells[1].Status == CellStatus.Running && view.Kernel == KernelStatus.Running
            );
            await kernel.ArrivedAsync(seconds == 3 ? 1 : 2);
            notebook.Time.Advance(TimeSpan.FromSeconds(seconds));
            gate.SetResult();
            await notebook.IdleAsync();
        }

        notebook.View.Cells[1].Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
        notebook.View.Cells[1].PreviousElapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_kernel_that_does_not_start_fails_the_cell_and_the_next_run_tries_again()
    {
        await using var notebook = new OpenNotebook(Cells, null, new ScriptedKernel());

        await notebook.RunAllAsync();

        notebook.States.ShouldBe("- Failed NeverRun NeverRun");
        notebook.View.Cells[1].Failure!.Message.ShouldBe("the kernel `x` did not start");
        await notebook.RunAsync(2);
        notebook.States.ShouldBe("- Done NeverRun NeverRun");
    }

    [Fact]
    public async Task Whoever_watches_hears_many_changes_as_few()
    {
        var kernel = new ScriptedKernel().On(
            "var a = 1;",
            [.. Enumerable.Repeat(ScriptedKernel.Printed("x\n"), 10_000)]
        );
        await using var notebook = new OpenNotebook(Cells, kernel);
        using var leaving = new CancellationTokenSource();
        await using var changes = notebook.Session.WatchAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        var first = changes.MoveNextAsync();

        await notebook.RunAsync(2);

        (await first).ShouldBeTrue();
        (await changes.MoveNextAsync()).ShouldBeTrue();
        changes.Current.Cells.ShouldContain(notebook[2]);
        var none = changes.MoveNextAsync();
        none.IsCompleted.ShouldBeFalse();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await none);
    }
}
