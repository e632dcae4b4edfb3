using Dib.Live.Sessions;

namespace Dib.Live.Components;

public sealed partial class PageState
{
    /// <summary>Does what a key or a button stands for; a name that is not known does nothing.</summary>
    internal async Task DoAsync(string command)
    {
        if (command != "refresh")
            Say("");
        DoAnywhere(command);
        if (Selected is { } id)
        {
            RunAt(id, command);
            MoveFrom(id, command);
            Change(id, command);
        }
        await (
            command switch
            {
                "save" => SaveAsync(),
                "restart" => Session.Kernel.RestartAsync(),
                "restart-and-run-all" => RestartAndRunAllAsync(),
                _ => Task.CompletedTask,
            }
        );
        Refresh();
    }

    private void DoAnywhere(string command)
    {
        switch (command)
        {
            case "run-all":
                Session.Runner.RunAll();
                break;
            case "stop":
                Session.Runner.Stop();
                break;
            case "undo":
                Refresh();
                Put(Session.Editor.Undo());
                break;
            case "keys":
                ShowsKeys = !ShowsKeys;
                break;
            case "show-running":
                Show(View.Running);
                break;
            case "insert-at-end":
                Put(Session.Editor.InsertBelow(null));
                break;
            case "leave":
                CloseDialogs();
                LeaveEditor();
                break;
        }
    }

    private void RunAt(string id, string command)
    {
        switch (command)
        {
            case "run":
                Session.Runner.Run(id);
                LeaveEditor();
                break;
            case "run-and-advance":
                Session.Runner.Run(id);
                Editing = null;
                Advance(id);
                break;
            case "run-and-insert":
                Session.Runner.Run(id);
                Put(Session.Editor.InsertBelow(id), edits: true);
                break;
            case "step":
                Editing = null;
                Show(Session.Runner.Step(id) ?? id);
                break;
            case "run-from":
                Session.Runner.RunFrom(id);
                break;
            case "run-up-to":
                Session.Runner.RunUpTo(id);
                break;
        }
    }

    private void MoveFrom(string id, string command)
    {
        switch (command)
        {
            case "edit":
                Edit(id);
                break;
            case "next":
                Show(Beside(id, +1));
                break;
            case "previous":
                Show(Beside(id, -1));
                break;
        }
    }

    private void Change(string id, string command)
    {
        switch (command)
        {
            case "insert-above":
                Put(Session.Editor.InsertAbove(id));
                break;
            case "insert-below":
                Put(Session.Editor.InsertBelow(id));
                break;
            case "delete":
                Session.Editor.Delete(id);
                ToShow = Selected;
                break;
            case "to-markdown":
                Session.Editor.SetKind(id, "markdown");
                break;
            case "to-code":
                Session.Editor.SetKind(id, "csharp");
                break;
            case "move-up":
                Session.Editor.MoveUp(id);
                ToShow = id;
                break;
            case "move-down":
                Session.Editor.MoveDown(id);
                ToShow = id;
                break;
        }
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
        if (Beside(id, +1) is { } next)
            Show(next);
        else
            Put(Session.Editor.InsertBelow(id), edits: true);
    }

    private string? Beside(string id, int by) => View.Cells.ElementAtOrDefault(Number(id) - 1 + by)?.Id;
}
