namespace Dib.Kernel.Tests;

public sealed class FloodTests : IAsyncLifetime
{
    private const int Lines = 1_000_000;

    // One for each: what a kernel has once had stays its peak.
    private readonly KernelProcess _kernel = new();

    public ValueTask InitializeAsync() => _kernel.InitializeAsync();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task A_cell_that_prints_100_MB_arrives_whole_in_few_messages_and_little_memory()
    {
        (await _kernel.RunAsync("1 + 1")).ShouldSucceed();
        _kernel.Process.Refresh();
        var before = _kernel.Process.PeakWorkingSet64;
        var line = new string('x', 99);
        await _kernel.SendAsync(new SubmitCode($"for (var i = 0; i < {Lines}; i++) Console.WriteLine(\"{line}\");"));

        long characters = 0;
        var messages = 0;
        KernelEvent last;
        do
        {
            last = (await _kernel.NextAsync()).Event;
            if (last is not StandardOutputValueProduced printed)
                continue;
            printed.Text().ShouldEndWith("x\n");
            characters += printed.Text().Length;
            messages++;
        } while (last is not CommandSucceeded);

        characters.ShouldBe(100L * Lines);
        messages.ShouldBeLessThan(Lines / 10);
        _kernel.Process.Refresh();
        // Not what it printed, which takes 200 MB as a text.
        (_kernel.Process.PeakWorkingSet64 - before).ShouldBeLessThan(200L * 1024 * 1024);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_single_text_of_30_MB_arrives_whole()
    {
        var events = await _kernel.RunAsync("Console.Write(new string('y', 30_000_000));");

        events.Printed().Length.ShouldBe(30_000_000);
        events.ShouldSucceed();
    }
}
