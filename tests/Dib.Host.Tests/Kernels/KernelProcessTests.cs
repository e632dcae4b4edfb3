using Dib.Host.Kernels;

namespace Dib.Host.Tests.Kernels;

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
