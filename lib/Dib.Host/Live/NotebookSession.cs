using Dib.Host.Kernels;
using Dib.Host.Live.Dependencies;
using Dib.Host.Live.Files;
using Dib.Host.Notebooks;
using Dib.Host.Running;

namespace Dib.Host.Live;

/// <summary>
/// One open notebook with at most one kernel, shared by all pages that look at it. Every member may be called from any
/// thread, and none waits for a cell.
/// </summary>
internal sealed partial class NotebookSession : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ChangeFeed _changes;
    private readonly TimeProvider _time;
    private readonly List<CellModel> _cells = [];
    private NotebookFile _file;
    private NotebookView? _view;
    private Notice? _notice;
    private RunTotals _totals = RunTotals.None;
    private int _lastId;

    /// <param name="startKernel">Starts a kernel in a folder.</param>
    internal NotebookSession(
        NotebookFile file,
        Func<string, CancellationToken, Task<IKernel>> startKernel,
        TimeProvider time
    )
    {
        _file = file;
        _time = time;
        _startKernel = startKernel;
        _changes = new ChangeFeed(time);
        LastUsed = time.GetTimestamp();
        foreach (var (i, cell) in file.Document.Cells.Index())
            _cells.Add(NewCell(cell.KernelName, cell.Text, i));
        TakeKeptEdits();
        if (OutputsFile.Of(file.Path).Recall(_cells) is { } last)
            (_totals, _lastState) = (last.Totals, last.State);
    }

    internal string Name => _file.Name;

    /// <summary>The notebook as it is now.</summary>
    internal NotebookView View
    {
        get
        {
            lock (_gate)
                return _view ??= ToView();
        }
    }

    /// <summary>When a reader last asked something of the notebook, as a timestamp of its clock.</summary>
    internal long LastUsed { get; private set; }

    /// <summary>Tells what changes from now on; read <see cref="View"/> after subscribing, and after each change.</summary>
    internal IAsyncEnumerable<NotebookChange> WatchAsync(CancellationToken cancellation) =>
        _changes.WatchAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        KernelSeat? seat;
        lock (_gate)
        {
            DropQueue();
            seat = LeaveSeat();
        }
        await EndAsync(seat);
        await _draining;
        await _asking;
        KeepEdits();
        _saving.Dispose();
    }

    private NotebookView ToView()
    {
        var knobs = _cells.Find(cell => cell.IsKnobs);
        return new NotebookView(
            Name,
            TitleOf(_cells),
            [.. _cells.Select((cell, i) => cell.ToView(i + 1, cell == knobs))]
        )
        {
            Kernel = KernelStatus,
            Running = _running?.Id,
            RunDone = _runDone,
            RunOf = _runOf,
            Notice = _notice,
            HasEdits = HasEdits,
            CanUndo = CanUndo,
            Totals = _totals,
        };
    }

    private string TitleOf(List<CellModel> cells) =>
        Pages.Prose.TitleOf(cells.Find(cell => cell.Kind == "markdown")?.Text ?? "") ?? Name;

    /// <summary>Changes something under the lock, and tells who watches.</summary>
    private void Change(Func<NotebookChange> change)
    {
        NotebookChange changed;
        lock (_gate)
        {
            changed = change();
            _view = null;
        }
        _changes.Publish(changed);
    }

    private NotebookChange AllCells =>
        NotebookChange.OfNotebook.And(NotebookChange.OfCells(_cells.Select(cell => cell.Id)));

    private void Say(string sentence, bool isProblem) =>
        _notice = new Notice((_notice?.Number ?? 0) + 1, sentence, isProblem);

    private CellModel NewCell(string kind, string text, int? fileIndex = null) =>
        new($"c{++_lastId}", kind, text) { FileIndex = fileIndex };

    private CellModel? Find(string? id) => _cells.Find(cell => cell.Id == id);
}
