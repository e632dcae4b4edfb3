namespace Dib.Kernel.Tests;

public sealed class EndTests : IAsyncLifetime
{
    private readonly KernelProcess _kernel = new();

    public ValueTask InitializeAsync() => _kernel.InitializeAsync();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Quit_ends_the_process_even_while_a_cell_loops()
    {
        await _kernel.SendAsync(new SubmitCode("Console.WriteLine(\"looping\");\nwhile (true) { }"));
        await _kernel.PrintsAsync("looping");

        await _kernel.SendAsync(new Quit());

        (await _kernel.ExitAsync()).ShouldBe((0, ""));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_process_ends_when_its_input_does()
    {
        _kernel.Process.StandardInput.Close();

        (await _kernel.ExitAsync()).ShouldBe((0, ""));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_process_ends_when_nobody_reads_its_output()
    {
        _kernel.Process.StandardOutput.Close();

        await _kernel.SendAsync(new SubmitCode("for (;;) Console.WriteLine(\"hello?\");"));

        (await _kernel.ExitAsync()).ShouldBe((0, ""));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cell_that_exits_ends_the_process_after_what_it_printed()
    {
        await _kernel.SendAsync(new SubmitCode("Console.WriteLine(\"bye\");\nEnvironment.Exit(3);"));

        await _kernel.PrintsAsync("bye");
        (await _kernel.NextLineAsync()).ShouldBeNull();
        (await _kernel.ExitAsync()).Code.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_stack_overflow_is_told_on_standard_error()
    {
        await _kernel.SendAsync(new SubmitCode("int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)"));

        var (code, errors) = await _kernel.ExitAsync();

        code.ShouldNotBe(0);
        errors.ShouldStartWith("Stack overflow.");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_exception_on_a_thread_of_its_own_is_told_on_standard_error()
    {
        await _kernel.SendAsync(
            new SubmitCode(
                """
                Console.WriteLine("starting");
                var thread = new System.Threading.Thread(() => throw new InvalidOperationException("from a thread"));
                thread.Start();
                thread.Join();
                """
            )
        );

        await _kernel.PrintsAsync("starting");
        var (code, errors) = await _kernel.ExitAsync();

        code.ShouldNotBe(0);
        errors.ShouldStartWith("Unhandled exception. System.InvalidOperationException: from a thread");
    }
}
