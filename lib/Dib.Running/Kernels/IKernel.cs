using Dib.Protocol;

namespace Dib.Running.Kernels;

/// <summary>A running kernel: it runs one cell after the other, and answers questions meanwhile.</summary>
internal interface IKernel : IAsyncDisposable
{
    /// <summary>Completes when the kernel ends, with how it did: the end of a sentence that begins with "the kernel".</summary>
    Task<string> Ended { get; }

    /// <summary>How many bytes of the machine's memory its process has now; none once it has ended.</summary>
    long MemoryHeld();

    /// <summary>Sends a command and gives what comes back, up to and including the event that ends the command.</summary>
    /// <remarks>Commands may be under way at the same time; who cancels one gives up its answer, no more.</remarks>
    /// <exception cref="KernelException">The kernel ended before the command did.</exception>
    IAsyncEnumerable<KernelEvent> SendAsync(KernelCommand command, CancellationToken cancellation = default);

    /// <summary>Answers what a cell asks its reader, with <see cref="InputProduced"/>; <see cref="CommandFailed"/> throws its message in the cell.</summary>
    Task AnswerAsync(InputRequested asked, KernelEvent answer);

    /// <summary>Asks the running command to stop; one that does not listen runs on.</summary>
    Task CancelAsync();

    /// <summary>Ends the kernel and whatever it started, at once.</summary>
    void Kill();
}
