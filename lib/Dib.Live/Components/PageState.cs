using System.Collections.Immutable;
using Dib.Live.Files;
using Dib.Live.Frames;
using Dib.Live.Sessions;
using Dib.Protocol;
using Dib.Running.Pages;

namespace Dib.Live.Components;

/// <summary>One open page: the notebook that it shares with other pages, and what only its own reader has in hand.</summary>
public sealed partial class PageState
{
    private readonly PageScripts _scripts;
    private string? _undoable;

    internal PageState(NotebookSession session, PageScripts scripts)
    {
        _scripts = scripts;
        Session = session;
        View = session.View;
        Scripts = ScriptsOf(View);
        Anchors = AnchorsOf(View);
        Selected = View.Cells.FirstOrDefault()?.Id;
    }

    internal NotebookSession Session { get; }

    /// <summary>The notebook as it was when the page was last drawn.</summary>
    internal NotebookView View { get; private set; }

    /// <summary>The scripts that the frames are drawn with.</summary>
    internal string Scripts { get; private set; }

    /// <summary>The names of the headings of each cell.</summary>
    internal ImmutableDictionary<string, Anchors> Anchors { get; private set; }

    /// <summary>The cell that keys and the toolbar mean.</summary>
    internal string? Selected { get; private set; }

    /// <summary>The cell that has the editor.</summary>
    internal string? Editing { get; private set; }

    /// <summary>The cell to bring into sight next.</summary>
    internal string? ToShow { get; set; }

    /// <summary>The cell whose result is to be in sight from now on, while the selection goes on below it.</summary>
    internal string? ToFollow { get; set; }

    internal bool ShowsKeys { get; set; }

    /// <summary>The cells whose code is folded away, on this page and as long as the browser keeps it.</summary>
    internal HashSet<string> FoldedCode { get; } = new(StringComparer.Ordinal);

    /// <summary>The cells whose outputs are folded away, on this page and as long as the browser keeps it.</summary>
    internal HashSet<string> FoldedOutputs { get; } = new(StringComparer.Ordinal);

    internal bool ShowsOutline { get; set; }

    internal bool ShowsRuns { get; set; }

    /// <summary>The variables that the page shows; null while it shows none.</summary>
    internal IReadOnlyList<KernelValueInfo>? Variables { get; private set; }

    /// <summary>Why the file cannot simply be saved.</summary>
    internal string? Conflict { get; private set; }

    internal bool AsksToDiscard { get; set; }

    /// <summary>What the reader is told of the last thing asked for.</summary>
    internal string Said { get; private set; } = "";

    /// <summary>Whether what <see cref="Said"/> tells of is what would be undone now.</summary>
    internal bool CanUndoSaid => _undoable is not null && View.CanUndo == _undoable;

    internal void Refresh()
    {
        var number = Number(Selected);
        View = Session.View;
        Scripts = ScriptsOf(View);
        Anchors = AnchorsOf(View);
        if (Selected is null || View.Find(Selected) is null)
            Selected = View.Cells.ElementAtOrDefault(Math.Clamp(number - 1, 0, Math.Max(0, View.Cells.Length - 1)))?.Id;
        if (Editing is not null && View.Find(Editing) is null)
            Editing = null;
    }

    internal void Select(string? id)
    {
        if (id is null || View.Find(id) is null)
            return;
        Editing = id == Editing ? Editing : null;
        Selected = id;
    }

    internal void Show(string? id)
    {
        Select(id);
        ToShow = Selected;
    }

    internal void Edit(string id)
    {
        Select(id);
        Editing = Selected;
    }

    internal void LeaveEditor()
    {
        Editing = null;
        ToShow = Selected;
    }

    internal void Say(string sentence) => (Said, _undoable) = (sentence, null);

    internal void Fold(IEnumerable<string> code, IEnumerable<string> outputs)
    {
        FoldedCode.UnionWith(code);
        FoldedOutputs.UnionWith(outputs);
    }

    internal async Task SaveAsync() => Take(await Session.Saver.SaveAsync());

    internal async Task OverwriteAsync() => Take(await Session.Saver.OverwriteAsync());

    internal async Task SaveCopyAsync() => Take(await Session.Saver.SaveCopyAsync());

    internal async Task ReloadAsync()
    {
        Editing = null;
        AsksToDiscard = false;
        Conflict = null;
        Say(await Session.Saver.ReloadAsync() ?? "All edits are discarded: this is the notebook as it is in its file.");
    }

    internal async Task ShowVariablesAsync() => Variables = await Session.Variables.AskAsync();

    /// <summary>Goes to the cell with this number, if there is one.</summary>
    internal void GoTo(int number) => Show(View.Cells.ElementAtOrDefault(number - 1)?.Id);

    internal void CloseDialogs() =>
        (ShowsKeys, ShowsOutline, ShowsRuns, Variables, AsksToDiscard, Conflict) = (
            false,
            false,
            false,
            null,
            false,
            null
        );

    private void Take(SaveOutcome outcome)
    {
        Conflict = outcome is SaveOutcome.Conflict ? outcome.Sentence : null;
        Say(outcome.Sentence);
    }

    private string ScriptsOf(NotebookView view) => string.Join(' ', _scripts.AddressesOf(view));

    private static ImmutableDictionary<string, Anchors> AnchorsOf(NotebookView view)
    {
        var anchors = Running.Pages.Anchors.Of(
            Addresses.OfNotebook(view.Name),
            view.Cells.Select(cell => (cell.Kind, cell.Text))
        );
        return view
            .Cells.Zip(anchors)
            .ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
    }

    private int Number(string? id) => id is null ? 0 : View.Find(id)?.Number ?? 0;
}
