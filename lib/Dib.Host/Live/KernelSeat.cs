using Dib.Host.Kernels;

namespace Dib.Host.Live;

/// <summary>The place of a notebook's kernel, taken from the moment that it starts.</summary>
internal sealed class KernelSeat
{
    /// <summary>The kernel once it is ready; fails with a <see cref="KernelException"/> when it does not start.</summary>
    internal required Task<IKernel> Ready { get; init; }

    internal IKernel? Kernel { get; set; }

    /// <summary>Why we ended the kernel ourselves, as a failure's message.</summary>
    internal string? EndedBecause { get; set; }

    /// <summary>Ends the kernel, at the latest when it has started.</summary>
    internal async Task EndAsync()
    {
        try
        {
            var kernel = await Ready;
            await kernel.DisposeAsync();
        }
        // It never was.
        catch (Exception e) when (e is KernelException or OperationCanceledException) { }
    }
}
