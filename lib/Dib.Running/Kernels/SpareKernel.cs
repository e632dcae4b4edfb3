namespace Dib.Running.Kernels;

/// <summary>
/// Starts the kernel of the next notebook while the present one runs: it has its compiler warm by the time it is needed.
/// </summary>
/// <param name="start">Starts a kernel in a folder.</param>
internal sealed class SpareKernel(Func<string, CancellationToken, Task<IKernel>> start) : IAsyncDisposable
{
    private Task<IKernel>? _spare;
    private string? _folder;

    /// <summary>Gives a kernel, the spare one if it serves, and starts the next spare.</summary>
    /// <param name="next">The folder that will need a kernel next; null for none.</param>
    /// <exception cref="KernelException">No kernel could be started.</exception>
    internal async Task<IKernel> TakeAsync(string folder, string? next, CancellationToken cancellation)
    {
        var kernel = folder == _folder ? await TakeSpareAsync() : null;
        await DisposeAsync();
        kernel ??= await start(folder, cancellation);
        (_spare, _folder) = next is null ? (null, null) : (start(next, cancellation), next);
        return kernel;
    }

    /// <summary>Ends the spare kernel.</summary>
    public async ValueTask DisposeAsync()
    {
        if (await TakeSpareAsync() is { } kernel)
            await kernel.DisposeAsync();
    }

    // Null when it did not start or has ended: whoever needs one starts another, and hears what is wrong.
    private async Task<IKernel?> TakeSpareAsync()
    {
        if (_spare is not { } spare)
            return null;
        _spare = null;
        try
        {
            var kernel = await spare;
            if (!kernel.Ended.IsCompleted)
                return kernel;
            await kernel.DisposeAsync();
        }
        catch (Exception e) when (e is KernelException or OperationCanceledException) { }
        return null;
    }
}
