using System.Collections.Immutable;
using Dib.Format;
using Dib.Live.Cells;
using Dib.Running.Execution;
using Dib.Running.Notebooks;
using Dib.Running.Pages;

namespace Dib.Live.Sessions;

/// <summary>Makes of an open notebook what running it in a file would give, and one HTML page that needs nothing else.</summary>
internal static class NotebookExport
{
    internal static string ToHtml(NotebookView view, string path) => NotebookPage.Alone(ToResult(view, path));

    internal static NotebookResult ToResult(NotebookView view, string path)
    {
        var cells = view.Cells.Select(ToResult).ToImmutableArray();
        return new NotebookResult(
            Notebook.Of(path, view.Name, view.Cells.Select(cell => (cell.Kind, cell.Text))),
            cells
        )
        {
            Elapsed = view.Cells.Aggregate(TimeSpan.Zero, (sum, cell) => sum + (cell.Elapsed ?? TimeSpan.Zero)),
            Totals = view.Totals,
            Failure = cells.FirstOrDefault(cell => cell.Failure is not null) is { } failed
                ? $"cell {failed.Index}: {failed.Failure!.Message}"
                : null,
        };
    }

    private static CellResult ToResult(CellView cell) =>
        new(cell.Number, new DibCell(cell.Kind, cell.Text, 1), StateOf(cell))
        {
            Elapsed = cell.Elapsed ?? TimeSpan.Zero,
            Outputs = [.. cell.Outputs.Select(output => output.Content)],
            Failure = cell.Failure,
        };

    private static CellState StateOf(CellView cell) =>
        cell.Failure is not null ? CellState.Failed
        : cell.Status is null || cell.Elapsed is not null ? CellState.Ok
        : CellState.NotRun;
}
