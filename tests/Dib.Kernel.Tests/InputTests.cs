namespace Dib.Kernel.Tests;

public sealed class InputTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task A_cell_asks_its_reader_and_goes_on_with_the_answer()
    {
        var cell = await kernel.SendAsync(new SubmitCode("await GetInputAsync(\"Who are you?\")"));
        var asked = await AskedAsync();

        asked.Command.ShouldBeOfType<RequestInput>().Prompt.ShouldBe("Who are you?");
        await AnswerAsync(asked, new InputProduced("Ann"));

        (await kernel.EndOfAsync(cell)).Result().ShouldBe("Ann");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_password_is_asked_for_as_such_and_never_sent_back()
    {
        var cell = await kernel.SendAsync(
            new SubmitCode("(await GetPasswordAsync(\"Secret?\")).GetClearTextPassword().Length")
        );
        var asked = await AskedAsync();

        asked.Command.ShouldBeOfType<RequestInput>().IsPassword.ShouldBeTrue();
        await AnswerAsync(asked, new InputProduced("sesame"));

        var events = await kernel.EndOfAsync(cell);
        events.Result().ShouldContain(">6<");
        events.Select(KernelMessage.Write).ShouldAllBe(line => !line.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_reader_who_does_not_answer_fails_the_cell_in_the_clients_words()
    {
        var cell = await kernel.SendAsync(new SubmitCode("await GetInputAsync(\"Who are you?\")"));
        await AnswerAsync(await AskedAsync(), new CommandFailed("Nobody is here."));

        (await kernel.EndOfAsync(cell)).Failure().Message.ShouldStartWith("System.Exception: Nobody is here.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Stop_ends_a_cell_that_waits_for_its_reader()
    {
        var cell = await kernel.SendAsync(new SubmitCode("await GetInputAsync(\"Who are you?\")"));
        await AskedAsync();

        var events = await kernel.EndOfAsync(cell, await kernel.SendAsync(new Cancel()));

        events.Failure().Message.ShouldBe("Command cancelled.");
        (await kernel.RunAsync("1 + 1")).ShouldSucceed();
    }

    private async Task<CommandEnvelope> AskedAsync()
    {
        while (true)
        {
            if (KernelMessage.ReadCommand(await kernel.NextLineAsync() ?? "") is { Command: RequestInput } asked)
                return asked;
        }
    }

    private Task AnswerAsync(CommandEnvelope asked, KernelEvent answer) =>
        kernel.SendLinesAsync(KernelMessage.Write(new EventEnvelope(answer, asked)));
}
