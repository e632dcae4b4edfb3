namespace Dib.Kernel.Tests;

public sealed class CancelTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task A_cell_that_watches_its_token_stops_and_keeps_its_variables()
    {
        var cell = await kernel.SendAsync(
            new SubmitCode(
                """
                using Microsoft.DotNet.Interactive;
                var stopped = "not yet";
                Console.WriteLine("running");
                try { await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken); }
                finally { stopped = "yes"; }
                """
            )
        );
        await kernel.PrintsAsync("running");

        var cancel = await kernel.SendAsync(new Cancel());
        var events = await kernel.EndOfAsync(cell, cancel);

        events.Failure().Message.ShouldBe("Command cancelled.");
        (await kernel.RunAsync("stopped")).Result().ShouldBe("yes");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_loop_that_never_looks_is_not_reported_as_stopped_and_no_other_cell_runs_beside_it()
    {
        var loop = await kernel.SendAsync(
            new SubmitCode(
                "Console.WriteLine(\"looping\");\nwhile (!System.IO.File.Exists(\"stop\")) await Task.Yield();"
            )
        );
        await kernel.PrintsAsync("looping");
        (await kernel.AskAsync(new Cancel())).ShouldHaveSingleItem().Event.ShouldBeOfType<CommandSucceeded>();

        var next = await kernel.SendAsync(new SubmitCode("1 + 1"));
        (await kernel.AskAsync(new RequestValueInfos())).ShouldAllBe(envelope => envelope.Command!.Token != next);
        kernel.Write("stop", "");

        var events = await kernel.EndOfAsync(loop, next);
        events[0].Command!.Token.ShouldBe(loop);
        events[0].Event.ShouldBeOfType<CommandFailed>().Message.ShouldBe("Command cancelled.");
        events.ShouldSucceed();
    }

    [Fact(Timeout = 60_000)]
    public async Task Cells_that_wait_their_turn_are_cancelled_with_the_one_that_runs()
    {
        var first = await kernel.SendAsync(
            new SubmitCode("Console.WriteLine(\"busy\");\nwhile (!System.IO.File.Exists(\"end\")) await Task.Yield();")
        );
        var second = await kernel.SendAsync(new SubmitCode("<b>second</b>") { TargetKernelName = "html" });
        await kernel.PrintsAsync("busy");
        await kernel.AskAsync(new Cancel());
        kernel.Write("end", "");

        var events = await kernel.EndOfAsync(first, second);

        events.Of<DisplayEvent>().ShouldBeEmpty();
        events
            .Of<CommandFailed>()
            .Select(failed => failed.Message)
            .ShouldBe(["Command cancelled.", "Command cancelled."]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancel_without_a_cell_changes_nothing()
    {
        (await kernel.AskAsync(new Cancel())).ShouldSucceed();

        (await kernel.RunAsync("1 + 1")).ShouldSucceed();
    }
}
