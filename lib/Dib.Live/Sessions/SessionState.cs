using Dib.Live.Cells;
using Dib.Live.Files;
using Dib.Running.Execution;
using Dib.Running.Pages;

namespace Dib.Live.Sessions;

/// <summary>What the parts of a session share, under one lock.</summary>
internal sealed class SessionState
{
    private readonly Lock _gate = new();
    private readonly ChangeFeed _changes;
    private NotebookView? _view;
    private Notice? _notice;
    private int _notices;

    internal SessionState(NotebookFile file, TimeProvider time)
    {
        File = file;
        Time = time;
        Staleness = new Staleness(Cells);
        _changes = new ChangeFeed(time);
        Touch();
    }

    internal TimeProvider Time { get; }

    internal NotebookFile File { get; set; }

    internal CellList Cells { get; } = new();

    internal Staleness Staleness { get; }

    internal RunQueue Queue { get; } = new();

    /// <summary>The notebook's kernel, or one that starts.</summary>
    internal KernelHandle? Kernel { get; set; }

    internal RunTotals Totals { get; set; } = RunTotals.None;

    /// <summary>How an earlier session ended.</summary>
    internal NotebookState LastState { get; set; }

    internal long LastUsed { get; private set; }

    internal NotebookView View => Read(() => _view ??= ToView());

    internal NotebookState State =>
        Read(() =>
            Queue.IsBusy ? NotebookState.Running
            : Cells.All.Any(cell => cell.Settled == CellStatus.Failed) ? NotebookState.Failed
            : Cells.All.Any(cell => cell.HasRun) ? NotebookState.Ran
            : LastState
        );

    internal bool HasEdits =>
        !Cells
            .Lasting.Select(cell => (cell.Kind, cell.Text.Trim('\n')))
            .SequenceEqual(File.Document.Cells.Select(cell => (cell.KernelName, cell.Text)));

    internal NotebookChange AllCells =>
        NotebookChange.OfNotebook.And(NotebookChange.OfCells(Cells.All.Select(cell => cell.Id)));

    internal IAsyncEnumerable<NotebookChange> WatchAsync(CancellationToken cancellation) =>
        _changes.WatchAsync(cancellation);

    /// <summary>Reads something under the lock, or changes what nobody watches.</summary>
    internal T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    /// <summary>Changes something under the lock, and tells who watches.</summary>
    internal void Change(Func<NotebookChange> change)
    {
        var changed = Read(() =>
        {
            var told = change();
            _view = null;
            return told;
        });
        _changes.Publish(changed);
    }

    /// <summary>Tells all readers a sentence; one that is not about cells that run is told until another is.</summary>
    internal void Say(string sentence, bool isProblem, bool holdsUntilRun = true) =>
        _notice = new Notice(++_notices, sentence, isProblem, holdsUntilRun);

    /// <summary>Tells all readers a sentence about a kernel in place of what was told of it before; null takes that back.</summary>
    internal void Say(KernelHandle kernel, string? sentence) =>
        kernel.Notice = sentence is null
            ? null
            : new Notice(kernel.Notice?.Number ?? ++_notices, sentence, IsProblem: false, HoldsUntilRun: false);

    /// <summary>A cell runs: what was told of the kernel before does not hold any more.</summary>
    internal void TakeBackNotice() => _notice = _notice is { HoldsUntilRun: true } ? null : _notice;

    /// <summary>A reader has asked something of the notebook.</summary>
    internal void Touch() => LastUsed = Time.GetTimestamp();

    private NotebookView ToView()
    {
        var opening = Cells.All.FirstOrDefault(cell => cell.Kind == "markdown")?.Text ?? "";
        return new NotebookView(
            File.Name,
            Prose.TitleOf(opening) ?? File.Name,
            [.. Cells.All.Select((cell, i) => cell.ToView(i + 1))]
        )
        {
            Kernel = KernelStatus,
            Running = Queue.Running?.Id,
            RunDone = Queue.Done,
            RunOf = Queue.Of,
            Notice = _notice,
            KernelNotice = Kernel?.Notice,
            HasEdits = HasEdits,
            CanUndo = Cells.CanUndo,
            Totals = Totals,
        };
    }

    private KernelStatus KernelStatus =>
        Kernel switch
        {
            null => KernelStatus.None,
            { Kernel: null } => KernelStatus.Starting,
            { IsStopping: true } => KernelStatus.Stopping,
            _ => Queue.Running is null ? KernelStatus.Idle : KernelStatus.Running,
        };
}
