using Dib.Host.Live.Files;
using Dib.Host.Live.Knobs;
using Dib.Protocol;

namespace Dib.Host.Live;

/// <summary>
/// One open notebook with at most one kernel, shared by all pages that look at it. Every member may be called from any
/// thread, and none waits for a cell.
/// </summary>
internal sealed class NotebookSession(TimeProvider time) : IAsyncDisposable
{
    private readonly ChangeFeed _changes = new(time);

    /// <summary>The notebook as it is now.</summary>
    internal NotebookView View => throw Stub.Of(_changes);

    /// <summary>Tells what changes from now on; read <see cref="View"/> after subscribing, and after each change.</summary>
    internal IAsyncEnumerable<NotebookChange> WatchAsync(CancellationToken cancellation) =>
        _changes.WatchAsync(cancellation);

    // Editing. Ids that are gone are ignored: another page deleted that cell.

    internal void SetText(string id, string text) => throw Stub.Of(_changes, id, text);

    /// <summary>Inserts an empty cell, and gives its id.</summary>
    internal string InsertAbove(string id, string kind = "csharp") => throw Stub.Of(_changes, id, kind);

    /// <summary>Inserts an empty cell, and gives its id; at the end when no cell is named.</summary>
    internal string InsertBelow(string? id, string kind = "csharp") => throw Stub.Of(_changes, id, kind);

    internal void SetKind(string id, string kind) => throw Stub.Of(_changes, id, kind);

    internal void MoveUp(string id) => throw Stub.Of(_changes, id);

    internal void MoveDown(string id) => throw Stub.Of(_changes, id);

    internal void Delete(string id) => throw Stub.Of(_changes, id);

    /// <summary>Brings back the cell that was deleted last, and gives its id; null when there is none.</summary>
    internal string? Undo() => throw Stub.Of(_changes);

    // Running. Cells are queued and run one after the other; one that fails drops those behind it.

    internal void Run(params IEnumerable<string> ids) => throw Stub.Of(_changes, ids);

    internal void RunAll() => throw Stub.Of(_changes);

    /// <summary>Runs this cell and all below it.</summary>
    internal void RunFrom(string id) => throw Stub.Of(_changes, id);

    /// <summary>Runs all cells above this one, and this one.</summary>
    internal void RunUpTo(string id) => throw Stub.Of(_changes, id);

    /// <summary>Next step: runs this cell, or the first below that can be run, and gives the cell to go on with.</summary>
    internal string? Step(string? id) => throw Stub.Of(_changes, id);

    /// <summary>Asks the running cell to stop, ends the kernel two seconds later, and drops the queue.</summary>
    internal void Stop() => throw Stub.Of(_changes);

    /// <summary>Ends the kernel and starts another.</summary>
    internal Task RestartAsync() => throw Stub.Of(_changes);

    internal Task RestartAndRunAllAsync() => throw Stub.Of(_changes);

    /// <summary>The stale cells among those that depend on this one, and itself if it is stale; in the order to run them.</summary>
    internal IReadOnlyList<string> StaleAfter(string id) => throw Stub.Of(_changes, id);

    // Knobs.

    /// <summary>The cell of knobs as a form; null when the notebook has none, or when it does not parse.</summary>
    internal KnobForm? Knobs => throw Stub.Of(_changes);

    /// <summary>Sets one field in the cell's text; run <see cref="StaleAfter"/> then. Nothing changes when there is a problem.</summary>
    internal KnobEdit SetKnob(string key, string value) => throw Stub.Of(_changes, key, value);

    // Saving.

    internal Task<SaveOutcome> SaveAsync() => throw Stub.Of(_changes);

    /// <summary>Saves over whatever is in the file now.</summary>
    internal Task<SaveOutcome> OverwriteAsync() => throw Stub.Of(_changes);

    /// <summary>Saves under a free name beside the file, which stays as it is.</summary>
    internal Task<SaveOutcome> SaveCopyAsync() => throw Stub.Of(_changes);

    /// <summary>Throws all edits away and reads the file again; the sentence says what went wrong, if anything.</summary>
    internal Task<string?> ReloadAsync() => throw Stub.Of(_changes);

    /// <summary>The notebook with its outputs as one HTML page that needs nothing else.</summary>
    internal Task<string> ToHtmlAsync() => throw Stub.Of(_changes);

    // Questions about code that is being typed. A newer question of the same kind makes the older one end empty.

    internal Task<CompletionsProduced?> CompleteAsync(
        string id,
        string text,
        LinePosition at,
        CancellationToken token
    ) => throw Stub.Of(_changes, id, text, at, token);

    internal Task<HoverTextProduced?> HoverAsync(string id, string text, LinePosition at, CancellationToken token) =>
        throw Stub.Of(_changes, id, text, at, token);

    internal Task<SignatureHelpProduced?> SignaturesAsync(
        string id,
        string text,
        LinePosition at,
        CancellationToken token
    ) => throw Stub.Of(_changes, id, text, at, token);

    /// <summary>What the compiler says of a cell's text as it is; only of its grammar while cells that it depends on have not run.</summary>
    internal Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string id, string text, CancellationToken token) =>
        throw Stub.Of(_changes, id, text, token);

    public ValueTask DisposeAsync() => throw Stub.Of(_changes);
}
