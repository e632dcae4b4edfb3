using Dib.Protocol;

namespace Dib.Kernel.Tests;

public sealed class FloodTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    private const int Lines = 1_000_000;

    [Fact(Timeout = 120_000)]
    public async Task A_cell_that_prints_100_MB_arrives_whole_in_few_messages_and_little_memory()
    {
        var line = new string('x', 99);
        await kernel.SendAsync(new SubmitCode($"for (var i = 0; i < {Lines}; i++) Console.WriteLine(\"{line}\");"));

        long characters = 0;
        var messages = 0;
        KernelEvent last;
        do
        {
            last = (await kernel.NextAsync()).Event;
            if (last is not StandardOutputValueProduced printed)
                continue;
            printed.Text().ShouldEndWith("x\n");
            characters += printed.Text().Length;
            messages++;
        } while (last is not CommandSucceeded);

        characters.ShouldBe(100L * Lines);
        messages.ShouldBeLessThan(Lines / 10);
        kernel.Process.Refresh();
        kernel.Process.PeakWorkingSet64.ShouldBeLessThan(500L * 1024 * 1024);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_single_text_of_30_MB_arrives_whole()
    {
        var events = await kernel.RunAsync("Console.Write(new string('y', 30_000_000));");

        events.Printed().Length.ShouldBe(30_000_000);
        events.ShouldSucceed();
    }
}
