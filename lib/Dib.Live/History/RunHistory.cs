using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dib.Running.Execution;
using Dib.Running.Notebooks;
using Dib.Running.Pages;
using Dib.Running.Runs;

namespace Dib.Live.History;

/// <summary>
/// The kept runs of a notebook. What the host knows of those that it saw recorded, it notes as long as they are kept.
/// May be used from any thread.
/// </summary>
/// <param name="notebook">The notebook's file.</param>
internal sealed class RunHistory(string notebook)
{
    // A run may be kept long after it was recorded, but not after any number of other cells.
    private const int MostCells = 1000;

    private readonly string _name = Path.GetFileName(notebook);
    private readonly RunFolder _runs = RunFolder.OwnOf(Path.GetDirectoryName(notebook)!);
    private readonly RunNotes _notes = new(notebook);
    private readonly PageStore _pages = new(notebook);
    private readonly ConcurrentQueue<(DateTimeOffset From, DateTimeOffset To, ImmutableArray<Knob> Knobs)> _cells = [];
    private readonly Lock _writing = new();
    private DateTime _lastSeen;
    private volatile int _version;

    /// <summary>Another one when more or less is known.</summary>
    internal int Version => _version;

    /// <summary>The runs, the newest first.</summary>
    internal IReadOnlyList<PastRun> List()
    {
        var notes = NotesById();
        var runs = _runs.Of(_name).Select(run => new PastRun(run, notes.GetValueOrDefault(run.Id))).ToArray();
        return [.. runs.Select((run, i) => run with { Before = BeforeOf(run, runs[(i + 1)..]) })];
    }

    /// <summary>The run with this id; null when there is none.</summary>
    /// <param name="run">From whomever.</param>
    internal PastRun? Find(string run) => List().FirstOrDefault(past => past.Run.Id == run);

    /// <summary>The notebook's page that was kept with a run; null when there is none.</summary>
    internal string? PageOf(PastRun run) =>
        run.Note is { } note && PageOf(note) is { } page ? NotebookPage.Alone(page.ToResult(notebook)) : null;

    /// <summary>A cell has run: what was recorded meanwhile, was with these knobs.</summary>
    internal void Ran(DateTimeOffset from, DateTimeOffset to, ImmutableArray<Knob> knobs)
    {
        _cells.Enqueue((from, to, knobs));
        while (_cells.Count > MostCells)
            _cells.TryDequeue(out _);
    }

    /// <summary>
    /// Notes the runs that this notebook's cells have recorded until now, and forgets what was noted of those that are
    /// not kept any more. Where nothing can be written, less is known of them.
    /// </summary>
    /// <param name="now">What was recorded later belongs to a later page.</param>
    /// <param name="result">Gives what the notebook showed then.</param>
    internal void Keep(DateTimeOffset now, Func<NotebookResult> result)
    {
        try
        {
            lock (_writing)
                Note(now, result);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private KeptPage? PageOf(RunNote note)
    {
        lock (_writing)
            return _pages.Read(note.Page);
    }

    private void Note(DateTimeOffset now, Func<NotebookResult> result)
    {
        var lastKept = _runs.LastKept(_name);
        if (lastKept == _lastSeen)
            return;
        var runs = _runs.Of(_name);
        var known = NotesById();
        RunNote[] kept = [.. runs.Select(run => known.GetValueOrDefault(run.Id)).OfType<RunNote>()];
        var found = Found(runs.Where(run => run.Began <= now && !known.ContainsKey(run.Id)), result);
        if (found.Length > 0 || kept.Length < known.Count)
            Write([.. kept, .. found]);
        if (runs.All(run => run.Began <= now))
            _lastSeen = lastKept;
    }

    // Of those that this notebook's cells have recorded, and so with one page.
    private RunNote[] Found(IEnumerable<KeptRun> runs, Func<NotebookResult> result)
    {
        var found = runs.Where(run => run.Id.Length > 0)
            .Select(run => (run.Id, Knobs: KnobsAt(run.Began!.Value)))
            .Where(run => run.Knobs is not null)
            .ToArray();
        if (found.Length == 0)
            return [];
        var parts = _pages.Keep(KeptPage.Of(result()));
        return [.. found.Select(run => new RunNote(run.Id, run.Knobs!.Value, parts))];
    }

    private void Write(ImmutableArray<RunNote> notes)
    {
        _notes.Write(notes);
        _version++;
        _pages.KeepOnly(notes.SelectMany(note => note.Page));
    }

    private ImmutableArray<Knob>? KnobsAt(DateTimeOffset moment)
    {
        foreach (var (from, to, knobs) in _cells)
            if (from <= moment && moment <= to)
                return knobs;
        return null;
    }

    private Dictionary<string, RunNote> NotesById() =>
        _notes
            .Read()
            .DistinctBy(note => note.Run, StringComparer.Ordinal)
            .ToDictionary(note => note.Run, StringComparer.Ordinal);

    private static PastRun? BeforeOf(PastRun run, IEnumerable<PastRun> earlier) =>
        earlier.FirstOrDefault(other => other.Run.Example == run.Run.Example && other.Knobs is not null);
}
