using Dib.Live.Cells;
using Dib.Live.Files;

namespace Dib.Live.Sessions;

/// <summary>Keeps what the cells put out in a file of its own, so that the next session can show it.</summary>
internal sealed class OutputKeeper(SessionState state)
{
    private readonly Lock _writing = new();

    /// <summary>Shows the outputs of an earlier session again.</summary>
    internal void Recall()
    {
        if (OutputsFile.Of(state.File.Path).Recall(state.Cells.All) is { } last)
            (state.Totals, state.LastState) = (last.Totals, last.State);
    }

    /// <summary>Clears what cells show of runs that have ended, here and in what is kept; false when they show nothing.</summary>
    internal bool Clear(params IEnumerable<string> ids)
    {
        IReadOnlyList<CellModel> cleared = [];
        state.Change(() =>
        {
            cleared = state.Cells.ClearOutputs(ids.Select(state.Cells.Find).OfType<CellModel>());
            return NotebookChange.OfCells(cleared.Select(cell => cell.Id)).And(NotebookChange.OfNotebook);
        });
        Keep();
        return cleared.Count > 0;
    }

    /// <summary>Writes them down.</summary>
    internal void Keep()
    {
        lock (_writing)
        {
            var (summary, cells) = state.Read(() =>
                (
                    new RunSummary(state.State, state.Totals),
                    state.Cells.All.Select((cell, i) => (cell, cell.ToView(i + 1))).ToArray()
                )
            );
            OutputsFile.Of(state.File.Path).Write(summary, cells);
        }
    }
}
