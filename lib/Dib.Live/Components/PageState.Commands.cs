namespace Dib.Live.Components;

public sealed partial class PageState
{
    /// <summary>Does what a key or a button stands for; a name that is not known does nothing.</summary>
    internal async Task DoAsync(string command)
    {
        if (command != "refresh")
            Say("");
        var act = OnNotebook(command) ?? (Selected is { } id ? OnCell(id, command) : null);
        act?.Invoke();
        await (
            command switch
            {
                "save" => SaveAsync(),
                "variables" => ShowVariablesAsync(),
                "restart" => Session.Kernel.RestartAsync(),
                "restart-and-run-all" => RestartAndRunAllAsync(),
                _ => Task.CompletedTask,
            }
        );
        Refresh();
    }

    private Action? OnNotebook(string command) =>
        command switch
        {
            "run-all" => Session.Runner.RunAll,
            "stop" => Session.Runner.Stop,
            "undo" => Undo,
            "keys" => () => ShowsKeys = !ShowsKeys,
            "outline" => () => ShowsOutline = !ShowsOutline,
            "runs" => () => ShowsRuns = !ShowsRuns,
            "show-running" => () => Show(View.Running),
            "clear-all" => () => Clear("All outputs are cleared.", View.Cells.Select(cell => cell.Id)),
            "insert-at-end" => () => Put(Session.Editor.InsertBelow(null)),
            "leave" => Leave,
            _ => null,
        };

    private Action? OnCell(string id, string command) =>
        command switch
        {
            "run" => () => Run(id, LeaveEditor),
            "run-and-advance" => () => Run(id, () => Advance(id)),
            "run-and-insert" => () => Run(id, () => Put(Session.Editor.InsertBelow(id), edits: true)),
            "step" => () => Step(id),
            "run-from" => () => Session.Runner.RunFrom(id),
            "run-up-to" => () => Session.Runner.RunUpTo(id),
            "edit" => () => Edit(id),
            "next" => () => Show(Beside(id, +1)),
            "previous" => () => Show(Beside(id, -1)),
            "insert-above" => () => Put(Session.Editor.InsertAbove(id)),
            "insert-below" => () => Put(Session.Editor.InsertBelow(id)),
            "delete" => () => Change(id, Session.Editor.Delete),
            "move-up" => () => Change(id, Session.Editor.MoveUp),
            "move-down" => () => Change(id, Session.Editor.MoveDown),
            "fold-code" => () => Fold(FoldedCode, id),
            "fold-outputs" => () => Fold(FoldedOutputs, id),
            "clear" => () => Clear($"What cell {Number(id)} has put out is cleared.", [id]),
            "to-markdown" => () => Session.Editor.SetKind(id, "markdown"),
            "to-code" => () => Session.Editor.SetKind(id, "csharp"),
            _ => null,
        };

    private void Run(string id, Action then)
    {
        Session.Runner.Run(id);
        then();
        ToFollow = id;
    }

    private void Clear(string sentence, IEnumerable<string> ids)
    {
        if (!Session.Outputs.Clear(ids))
            return;
        Say(sentence);
        Refresh();
        _undoable = View.CanUndo;
    }

    private static void Fold(HashSet<string> folded, string id)
    {
        if (!folded.Remove(id))
            folded.Add(id);
    }

    private void Step(string id)
    {
        Editing = null;
        var (ran, next) = Session.Runner.Step(id);
        Show(next ?? id);
        ToFollow = ran;
    }

    private void Change(string id, Action<string> change)
    {
        change(id);
        Refresh();
        ToShow = Selected;
    }

    private void Undo()
    {
        Refresh();
        Put(Session.Editor.Undo());
    }

    private void Leave()
    {
        CloseDialogs();
        LeaveEditor();
    }

    private void Put(string? id, bool edits = false)
    {
        Refresh();
        Show(id);
        if (edits && id is not null)
            Edit(id);
    }

    private async Task RestartAndRunAllAsync()
    {
        await Session.Kernel.RestartAsync();
        Session.Runner.RunAll();
    }

    // As in Jupyter, the last cell is followed by a new one.
    private void Advance(string id)
    {
        Editing = null;
        if (Beside(id, +1) is { } next)
            Show(next);
        else
            Put(Session.Editor.InsertBelow(id), edits: true);
    }

    private string? Beside(string id, int by) => View.Cells.ElementAtOrDefault(Number(id) - 1 + by)?.Id;
}
