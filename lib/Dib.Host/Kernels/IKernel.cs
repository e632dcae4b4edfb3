using Dib.Protocol;

namespace Dib.Host.Kernels;

/// <summary>A running kernel: it answers one command after the other.</summary>
internal interface IKernel : IAsyncDisposable
{
    /// <summary>Sends a command and gives what comes back, up to and including the event that ends the command.</summary>
    /// <exception cref="KernelException">The kernel ended before the command did.</exception>
    IAsyncEnumerable<KernelEvent> SendAsync(KernelCommand command);

    /// <summary>Asks the running command to stop; one that does not listen runs on.</summary>
    Task CancelAsync();

    /// <summary>Ends the kernel and whatever it started, at once.</summary>
    void Kill();
}
