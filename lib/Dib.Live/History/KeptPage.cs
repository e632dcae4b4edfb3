using System.Collections.Immutable;
using Dib.Format;
using Dib.Running.Execution;
using Dib.Running.Notebooks;

namespace Dib.Live.History;

/// <summary>What a notebook's page is made of.</summary>
internal sealed record KeptPage(
    string Name,
    TimeSpan Elapsed,
    RunTotals Totals,
    string? Failure,
    ImmutableArray<KeptPage.Cell> Cells
)
{
    internal static KeptPage Of(NotebookResult result) =>
        new(
            result.Notebook.ShownPath,
            result.Elapsed,
            result.Totals,
            result.Failure,
            [.. result.Cells.Select(Cell.Of)]
        );

    /// <param name="path">The notebook's file.</param>
    internal NotebookResult ToResult(string path) =>
        new(
            Notebook.Of(path, Name, Cells.Select(cell => (cell.Kind, cell.Text))),
            [.. Cells.Select((cell, i) => cell.ToResult(i + 1))]
        )
        {
            Elapsed = Elapsed,
            Totals = Totals,
            Failure = Failure,
        };

    /// <summary>A cell, and what it shows.</summary>
    internal sealed record Cell(
        string Kind,
        string Text,
        CellState State,
        TimeSpan Elapsed,
        CellFailure? Failure,
        ImmutableArray<CellOutput> Outputs
    )
    {
        internal static Cell Of(CellResult cell) =>
            new(cell.Cell.KernelName, cell.Cell.Text, cell.State, cell.Elapsed, cell.Failure, cell.Outputs);

        internal CellResult ToResult(int number) =>
            new(number, new DibCell(Kind, Text, 1), State)
            {
                Elapsed = Elapsed,
                Failure = Failure,
                Outputs = Outputs,
            };
    }
}
