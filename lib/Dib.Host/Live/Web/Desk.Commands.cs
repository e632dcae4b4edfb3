namespace Dib.Host.Live.Web;

public sealed partial class Desk
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
                "restart" => Session.RestartAsync(),
                "restart-and-run-all" => Session.RestartAndRunAllAsync(),
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
                Session.RunAll();
                break;
            case "stop":
                Session.Stop();
                break;
            case "undo":
                Refresh();
                Put(Session.Undo());
                break;
            case "keys":
                ShowsKeys = !ShowsKeys;
                break;
            case "show-running":
                Show(View.Running);
                break;
            case "insert-at-end":
                Put(Session.InsertBelow(null));
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
                Session.Run(id);
                LeaveEditor();
                break;
            case "run-and-advance":
                Session.Run(id);
                Editing = null;
                Advance(id);
                break;
            case "run-and-insert":
                Session.Run(id);
                Put(Session.InsertBelow(id), edits: true);
                break;
            case "step":
                Editing = null;
                Show(Session.Step(id) ?? id);
                break;
            case "run-from":
                Session.RunFrom(id);
                break;
            case "run-up-to":
                Session.RunUpTo(id);
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
                Put(Session.InsertAbove(id));
                break;
            case "insert-below":
                Put(Session.InsertBelow(id));
                break;
            case "delete":
                Session.Delete(id);
                ToShow = Selected;
                break;
            case "to-markdown":
                Session.SetKind(id, "markdown");
                break;
            case "to-code":
                Session.SetKind(id, "csharp");
                break;
            case "move-up":
                Session.MoveUp(id);
                ToShow = id;
                break;
            case "move-down":
                Session.MoveDown(id);
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

    // As in Jupyter, the last cell is followed by a new one.
    private void Advance(string id)
    {
        if (Beside(id, +1) is { } next)
            Show(next);
        else
            Put(Session.InsertBelow(id), edits: true);
    }

    private string? Beside(string id, int by) => View.Cells.ElementAtOrDefault(Number(id) - 1 + by)?.Id;
}
