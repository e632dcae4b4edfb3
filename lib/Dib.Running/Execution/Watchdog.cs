using Dib.Running.Kernels;

namespace Dib.Running.Execution;

/// <summary>Stops a kernel whose time is up: first it asks, two seconds later it ends the process.</summary>
internal sealed class Watchdog : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ITimer _asking;
    private readonly ITimer _ending;

    internal Watchdog(IKernel kernel, TimeSpan timeout, TimeProvider time)
    {
        _asking = time.CreateTimer(_ => Ask(kernel), null, timeout, Timeout.InfiniteTimeSpan);
        _ending = time.CreateTimer(_ => kernel.Kill(), null, timeout + Grace, Timeout.InfiniteTimeSpan);
    }

    internal bool TimeIsUp { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _asking.DisposeAsync();
        await _ending.DisposeAsync();
    }

    private void Ask(IKernel kernel)
    {
        TimeIsUp = true;
        _ = kernel.CancelAsync();
    }
}
