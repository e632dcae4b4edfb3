using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Running.Tests.Kernels;

public class KernelProcessTests
{
    [Fact]
    public async Task A_command_that_does_not_exist_is_one_sentence() =>
        (await StartAsync(new KernelLauncher("no-such-kernel", ["stdio"]), TimeProvider.System)).ShouldBe(
            "the kernel `no-such-kernel stdio` cannot be started (there is no such command); check --kernel"
        );

    [Fact]
    public async Task A_command_that_ends_without_a_word_of_the_protocol_is_one_sentence() =>
        (await StartAsync(new KernelLauncher("dotnet", ["--version"]), TimeProvider.System)).ShouldBe(
            "the kernel `dotnet --version` ended with exit code 0 before it was ready; give --kernel a command that speaks the .NET Interactive protocol"
        );

    [Fact]
    public async Task A_kernel_that_never_gets_ready_is_one_sentence() =>
        (await StartAsync(KernelLauncher.Default, new ImpatientTime())).ShouldBe(
            $"the kernel `{KernelLauncher.Default}` did not get ready in 30 s; give --kernel a command that speaks the .NET Interactive protocol"
        );

    [Fact]
    public async Task A_kernel_holds_memory_until_it_ends()
    {
        await using var kernel = await StartAsync();
        kernel.MemoryHeld().ShouldBePositive();

        kernel.Kill();
        await kernel.Ended;

        kernel.MemoryHeld().ShouldBe(0);
    }

    [Fact]
    public async Task A_question_is_answered_while_a_cell_runs()
    {
        await using var kernel = await StartAsync();
        await using var cell = Ask(kernel, Cell("Console.WriteLine(1);\nwhile (true) { }"))
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        while (cell.Current is not StandardOutputValueProduced)
            await cell.MoveNextAsync();

        var answers = await Ask(kernel, new RequestCompletions("Console.", new LinePosition(0, 8)))
            .ToListAsync(TestContext.Current.CancellationToken);

        answers.OfType<CompletionsProduced>().Single().Completions.ShouldContain(item => item.DisplayText == "Beep");
    }

    [Fact]
    public async Task A_cell_that_listens_is_cancelled_while_it_runs()
    {
        await using var kernel = await StartAsync();
        var cell = Ask(
            kernel,
            Cell(
                "Console.WriteLine(1);\nawait Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);"
            )
        );

        KernelEvent? last = null;
        await foreach (var answer in cell)
        {
            if (answer is StandardOutputValueProduced)
                await kernel.CancelAsync();
            last = answer;
        }

        last.ShouldBeOfType<CommandFailed>().Message.ShouldBe("Command cancelled.");
    }

    [Fact]
    public async Task What_a_cell_asks_its_reader_is_answered_while_it_runs()
    {
        await using var kernel = await StartAsync();
        var cell = Ask(
            kernel,
            Cell(
                "Console.WriteLine($\"{await GetInputAsync(\"Who?\")} {(await GetPasswordAsync()).GetClearTextPassword()}\");"
            )
        );

        var seen = new List<KernelEvent>();
        await foreach (var message in cell)
        {
            seen.Add(message);
            if (message is InputRequested asked)
                await kernel.AnswerAsync(asked, new InputProduced(asked.IsPassword ? "sesame" : "Ann"));
        }

        seen.OfType<InputRequested>()
            .Select(asked => (asked.Prompt, asked.IsPassword))
            .ShouldBe([("Who?", false), ("", true)]);
        seen.OfType<StandardOutputValueProduced>().Single().FormattedValues[0].Value.ShouldBe("Ann sesame\n");
        seen[^1].ShouldBeOfType<CommandSucceeded>();
    }

    [Fact]
    public async Task What_a_cell_asks_that_nobody_listens_to_any_more_is_refused()
    {
        await using var kernel = await StartAsync();
        await foreach (
            var _ in Ask(kernel, Cell("var answer = Task.Run(async () => { await GetInputAsync(\"Who?\"); });"))
        )
            break;

        var end = await Ask(kernel, Cell("await answer")).ToListAsync(TestContext.Current.CancellationToken);

        end[^1].ShouldBeOfType<CommandFailed>().Message.ShouldContain("nobody can answer here");
    }

    [Fact]
    public async Task A_kernel_that_ends_ends_all_that_is_under_way_with_the_same_sentence()
    {
        await using var kernel = await StartAsync();
        var first = Ask(kernel, Cell("Console.WriteLine(1);\nwhile (true) { }"))
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await first.MoveNextAsync();
        var second = Ask(kernel, Cell("2")).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var waiting = second.MoveNextAsync();

        kernel.Kill();

        var end = await Should.ThrowAsync<KernelException>(async () => await waiting);
        end.Message.ShouldStartWith("the kernel ended with exit code ");
        (
            await Should.ThrowAsync<KernelException>(async () =>
            {
                while (await first.MoveNextAsync()) { }
            })
        ).Message.ShouldBe(end.Message);
        (
            await Should.ThrowAsync<KernelException>(async () =>
                await Ask(kernel, Cell("3")).ToListAsync(TestContext.Current.CancellationToken)
            )
        ).Message.ShouldBe(end.Message);
        (await kernel.Ended).ShouldStartWith("ended with exit code ");
    }

    private static IAsyncEnumerable<KernelEvent> Ask(IKernel kernel, KernelCommand command) =>
        kernel.SendAsync(command with { TargetKernelName = "csharp" }, TestContext.Current.CancellationToken);

    private static SubmitCode Cell(string code) => new(code);

    private static Task<IKernel> StartAsync() =>
        KernelProcess.StartAsync(
            KernelLauncher.Default,
            Path.GetTempPath(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

    private static async Task<string> StartAsync(KernelLauncher launcher, TimeProvider time)
    {
        var starting = KernelProcess.StartAsync(
            launcher,
            Path.GetTempPath(),
            time,
            TestContext.Current.CancellationToken
        );
        return (await Should.ThrowAsync<KernelException>(starting)).Message;
    }
}
