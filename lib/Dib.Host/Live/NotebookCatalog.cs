using Dib.Host.Kernels;

namespace Dib.Host.Live;

/// <summary>The notebooks of one folder, and those of them that are open.</summary>
internal sealed class NotebookCatalog(
    string folder,
    Func<string, CancellationToken, Task<IKernel>> startKernel,
    TimeProvider time
) : IAsyncDisposable
{
    /// <summary>How many kernels may live at a time.</summary>
    internal const int MostKernels = 8;

    /// <summary>The folder's notebooks in order of name, read anew each time.</summary>
    internal IReadOnlyList<NotebookEntry> List() => throw Stub.Of(folder);

    /// <summary>Opens a notebook, or gives the session that has it open. Runs nothing.</summary>
    /// <exception cref="NotebookException">There is none of that name, or it cannot be read.</exception>
    internal NotebookSession Open(string name) => throw Stub.Of(name, startKernel, time);

    /// <summary>Ends all kernels.</summary>
    public ValueTask DisposeAsync() => throw Stub.Of();
}
