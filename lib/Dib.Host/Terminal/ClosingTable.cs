using Dib.Running;
using Dib.Running.Execution;
using Spectre.Console;

namespace Dib.Host.Terminal;

/// <summary>The table at the end of a run.</summary>
internal static class ClosingTable
{
    internal static void Write(IAnsiConsole console, IReadOnlyList<NotebookResult> results, string index)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn("notebook")
            .AddColumn(new TableColumn("cells").RightAligned())
            .AddColumn(new TableColumn("time").RightAligned())
            .AddColumn(new TableColumn("total").RightAligned())
            .AddColumn(new TableColumn("lower bound").RightAligned());
        foreach (var result in results)
            table.AddRow(
                new Text(result.Notebook.Name, result.IsOk ? Style.Plain : new Style(Color.Red)),
                new Text(Cells(result)),
                new Text(Seconds.Of(result.Elapsed)),
                new Text(result.Totals.TotalText ?? "–"),
                new Text(result.Totals.BoundText ?? "–")
            );
        console.Write(table);
        console.WriteLine(
            $"{Count(results.Count)} in {Seconds.Of(InAll(results))}, {results.Count(result => !result.IsOk)} failed."
        );
        console.WriteLine($"Open {index} to read them.");
    }

    private static string Count(int notebooks) => notebooks == 1 ? "1 notebook" : $"{notebooks} notebooks";

    private static TimeSpan InAll(IEnumerable<NotebookResult> results) =>
        new(results.Sum(result => result.Elapsed.Ticks));

    private static string Cells(NotebookResult result)
    {
        var run = result.Cells.Count(cell => cell.State == CellState.Ok);
        return result.IsOk ? $"{result.Cells.Length}" : $"{run} of {result.Cells.Length}, failed";
    }
}
