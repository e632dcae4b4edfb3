using Dib.Running.Kernels;

namespace Dib.Running.Tests.Kernels;

public sealed class SpareKernelTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly List<(string Folder, ScriptedKernel Kernel)> _started = [];

    [Fact]
    public async Task The_next_notebook_s_kernel_starts_while_the_present_one_runs()
    {
        await using var spare = new SpareKernel(StartAsync);
        await spare.TakeAsync("here", next: "here", Never);
        _started.Count.ShouldBe(2);
        (await spare.TakeAsync("here", next: null, Never)).ShouldBe(_started[1].Kernel);
        _started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_spare_kernel_that_has_ended_meanwhile_is_replaced()
    {
        await using var spare = new SpareKernel(StartAsync);
        await spare.TakeAsync("here", next: "here", Never);
        _started[1].Kernel.End("ended with exit code 1");
        (await spare.TakeAsync("here", next: null, Never)).ShouldBe(_started[2].Kernel);
    }

    [Fact]
    public async Task A_spare_kernel_in_another_folder_is_ended_and_not_used()
    {
        await using var spare = new SpareKernel(StartAsync);
        await spare.TakeAsync("here", next: "here", Never);
        (await spare.TakeAsync("there", next: null, Never)).ShouldBe(_started[2].Kernel);
        _started.Select(each => each.Folder).ShouldBe(["here", "here", "there"]);
        _started[1].Kernel.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task No_spare_kernel_outlives_the_run()
    {
        var spare = new SpareKernel(StartAsync);
        await spare.TakeAsync("here", next: "here", Never);
        await spare.DisposeAsync();
        _started.Select(each => each.Kernel.IsDisposed).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_spare_kernel_that_does_not_start_is_heard_of_when_it_is_needed()
    {
        await using var spare = new SpareKernel(
            (folder, cancellation) =>
                _started.Count == 0
                    ? StartAsync(folder, cancellation)
                    : Task.FromException<IKernel>(new KernelException("there is no such command"))
        );
        await spare.TakeAsync("here", next: "here", Never);
        await Should.ThrowAsync<KernelException>(() => spare.TakeAsync("here", next: null, Never));
    }

    private Task<IKernel> StartAsync(string folder, CancellationToken cancellation)
    {
        var kernel = new ScriptedKernel();
        _started.Add((folder, kernel));
        return Task.FromResult<IKernel>(kernel);
    }
}
