using Dib.Live.Files;
using Dib.Live.History;
using Dib.Running.Kernels;

namespace Dib.Live.Sessions;

/// <summary>
/// One open notebook with at most one kernel, shared by all pages that look at it. Every member may be called from any
/// thread, and none waits for a cell.
/// </summary>
internal sealed class NotebookSession : IAsyncDisposable
{
    private readonly SessionState _state;
    private readonly EditKeeper _edits;
    private readonly QueueWorker _worker;

    /// <param name="startKernel">Starts a kernel in a folder.</param>
    internal NotebookSession(
        NotebookFile file,
        Func<string, CancellationToken, Task<IKernel>> startKernel,
        TimeProvider time
    )
    {
        _state = new SessionState(file, time);
        _edits = new EditKeeper(_state);
        Outputs = new OutputKeeper(_state);
        Kernel = new KernelControl(_state, startKernel);
        Input = new InputRequests(_state);
        History = new RunHistory(file.Path);
        _worker = new QueueWorker(_state, Kernel, Input, Outputs, History);
        Runner = new Runner(_state, _worker);
        Editor = new NotebookEditor(_state, _edits, Outputs);
        Knobs = new KnobEditor(_state, Editor);
        Saver = new Saver(_state, Editor, _edits, Outputs);
        Language = new LanguageService(_state);
        Variables = new VariableList(_state);
        _state.Cells.Replace(file.Cells);
        _edits.Recall();
        Outputs.Recall();
    }

    internal KernelControl Kernel { get; }

    internal Runner Runner { get; }

    internal InputRequests Input { get; }

    internal NotebookEditor Editor { get; }

    internal KnobEditor Knobs { get; }

    internal Saver Saver { get; }

    internal LanguageService Language { get; }

    internal OutputKeeper Outputs { get; }

    internal VariableList Variables { get; }

    internal RunHistory History { get; }

    internal string Name => _state.File.Name;

    /// <summary>The notebook as it is now.</summary>
    internal NotebookView View => _state.View;

    /// <summary>What the table of contents says of the notebook; of an earlier session as long as this one has run nothing.</summary>
    internal NotebookState State => _state.State;

    /// <summary>When a reader last asked something of the notebook, as a timestamp of its clock.</summary>
    internal long LastUsed => _state.LastUsed;

    /// <summary>Tells what changes from now on; read <see cref="View"/> after subscribing, and after each change.</summary>
    internal IAsyncEnumerable<NotebookChange> WatchAsync(CancellationToken cancellation) =>
        _state.WatchAsync(cancellation);

    /// <summary>The notebook with its outputs as one HTML page that needs nothing else.</summary>
    internal Task<string> ToHtmlAsync() => Task.Run(() => NotebookExport.ToHtml(View, _state.File.Path));

    public async ValueTask DisposeAsync()
    {
        await Kernel.EndAsync();
        await _worker.EndAsync();
        _edits.Keep();
        Saver.Dispose();
    }
}
