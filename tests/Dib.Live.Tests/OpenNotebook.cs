using Dib.Live.Files;
using Dib.Running.Files;
using Dib.Running.Kernels;

namespace Dib.Live.Tests;

/// <summary>A notebook in a folder of its own, open, with scripted kernels or real ones.</summary>
internal sealed class OpenNotebook : IAsyncDisposable
{
    private readonly NotebookPlace _place;
    private readonly Queue<IKernel?> _kernels;

    /// <param name="kernels">The kernels that start, one after the other; real ones if none is given. Null does not start.</param>
    internal OpenNotebook((string, string)[] cells, params IKernel?[] kernels)
    {
        _place = new NotebookPlace().Add("x", cells);
        _kernels = new Queue<IKernel?>(kernels);
        Session = Open();
    }

    // Only so that a mistake ends the tests.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal ManualTime Time { get; } = new();

    internal NotebookSession Session { get; private set; }

    internal NotebookView View => Session.View;

    internal string File => _place.PathOf("notebooks/x.dib");

    /// <summary>The states of all cells, and their short names.</summary>
    internal string States => string.Join(' ', View.Cells.Select(cell => cell.Status?.ToString() ?? "-"));

    internal string this[int number] => View.Cells[number - 1].Id;

    internal string PathOf(string file) => _place.PathOf(file);

    /// <summary>Takes the place of the disk when the notebook is saved.</summary>
    internal Action<string, byte[]>? Write { get; set; }

    internal NotebookSession Open() =>
        new(NotebookFile.Load(File, (path, bytes) => (Write ?? AtomicFile.Write)(path, bytes)), StartAsync, Time);

    /// <summary>Opens the file once more, as after a restart of the host.</summary>
    internal async Task ReopenAsync()
    {
        await Session.DisposeAsync();
        Session = Open();
    }

    /// <summary>Runs cells and waits until nothing runs any more.</summary>
    internal async Task RunAsync(params int[] numbers)
    {
        Session.Runner.Run(numbers.Select(number => this[number]));
        await IdleAsync();
    }

    internal Task RunAllAsync()
    {
        Session.Runner.RunAll();
        return IdleAsync();
    }

    internal Task IdleAsync() =>
        UntilAsync(view => view.Kernel is KernelStatus.Idle or KernelStatus.None && view.RunDone == view.RunOf);

    /// <summary>Waits until the notebook looks like that.</summary>
    internal Task<NotebookView> UntilAsync(Func<NotebookView, bool> condition) => UntilAsync(Session, condition);

    internal static async Task<NotebookView> UntilAsync(NotebookSession session, Func<NotebookView, bool> condition)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var changes = session.WatchAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        var next = changes.MoveNextAsync();
        while (!condition(session.View))
        {
            leaving.CancelAfter(Patience);
            await next;
            next = changes.MoveNextAsync();
        }
        var view = session.View;
        await leaving.CancelAsync();
        try
        {
            await next;
        }
        catch (OperationCanceledException) { }
        return view;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        _place.Dispose();
    }

    private Task<IKernel> StartAsync(string folder, CancellationToken cancellation) =>
        _kernels.TryDequeue(out var kernel)
            ? Task.FromResult(kernel ?? throw new KernelException("the kernel `x` did not start"))
            : KernelProcess.StartAsync(KernelLauncher.Default, folder, TimeProvider.System, cancellation);
}
