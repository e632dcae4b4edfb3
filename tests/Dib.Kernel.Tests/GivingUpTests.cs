namespace Dib.Kernel.Tests;

/// <summary>A cell that only waits, and does not look whether it should stop, is given up: the kernel goes on without its end.</summary>
public sealed class GivingUpTests : IAsyncLifetime
{
    private readonly KernelProcess _kernel = new();

    public ValueTask InitializeAsync() => _kernel.InitializeAsync();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task What_it_printed_before_is_kept_and_so_are_the_variables_of_the_cells_before()
    {
        await _kernel.RunAsync("var kept = 1;");
        var cell = await _kernel.SendAsync(
            new SubmitCode("kept = 2;\nvar own = 3;\nConsole.WriteLine(\"waiting\");\nawait Task.Delay(-1);")
        );
        await _kernel.PrintsAsync("waiting");

        var events = await _kernel.EndOfAsync(cell, await _kernel.SendAsync(new Cancel()));

        events.Failure().Message.ShouldBe("Command cancelled.");
        (await _kernel.RunAsync("kept")).Result().ShouldContain(">2<");
        (await _kernel.RunAsync("own")).Failure().Message.ShouldContain("CS0103");
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_of_it_reaches_a_later_cell_when_it_goes_on_after_all()
    {
        await _kernel.RunAsync("var gate = new TaskCompletionSource();\nvar ended = new TaskCompletionSource();");
        var cell = await _kernel.SendAsync(
            new SubmitCode(
                """
                Console.WriteLine("waiting");
                await gate.Task;
                Console.WriteLine("late");
                display("late");
                var own = 1;
                ended.SetResult();
                "its value"
                """
            )
        );
        await _kernel.PrintsAsync("waiting");
        await _kernel.EndOfAsync(cell, await _kernel.SendAsync(new Cancel()));

        var later = await _kernel.RunAsync("var mine = 2;\ngate.SetResult();\nawait ended.Task;\nmine");

        later.Result().ShouldContain(">2<");
        later.Of<DisplayedValueProduced>().ShouldBeEmpty();
        later.Printed().ShouldBeEmpty();
        later.PrintedErrors().ShouldStartWith("1 line was printed after its cell had ended.");
        (await _kernel.RunAsync("mine")).Result().ShouldContain(">2<");
        (await _kernel.RunAsync("own")).Failure().Message.ShouldContain("CS0103");
    }

    [Fact(Timeout = 60_000)]
    public async Task Cells_behind_it_in_the_queue_are_cancelled_with_it_and_those_sent_later_run()
    {
        var waiting = await _kernel.SendAsync(new SubmitCode("Console.WriteLine(\"waiting\");\nawait Task.Delay(-1);"));
        var behind = await _kernel.SendAsync(new SubmitCode("Console.WriteLine(\"behind\");"));
        await _kernel.PrintsAsync("waiting");
        var cancel = await _kernel.SendAsync(new Cancel());
        var after = await _kernel.SendAsync(new SubmitCode("Console.WriteLine(\"after\");"));

        var events = await _kernel.EndOfAsync(waiting, behind, cancel, after);

        events.Printed().ShouldBe("after\n");
    }
}
