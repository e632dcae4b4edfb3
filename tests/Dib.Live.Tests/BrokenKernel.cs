using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Live.Tests;

/// <summary>A kernel that does not even start.</summary>
internal sealed class BrokenKernel : IKernel
{
    public Task<string> Ended => throw new NotSupportedException();

    public IAsyncEnumerable<KernelEvent> SendAsync(KernelCommand command, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task AnswerAsync(InputRequested asked, KernelEvent answer) => throw new NotSupportedException();

    public Task CancelAsync() => throw new NotSupportedException();

    public void Kill() => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
