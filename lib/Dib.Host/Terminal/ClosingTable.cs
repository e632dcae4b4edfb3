using Dib.Host.Running;
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
                new Text(Seconds.Of(result.Totals.Total)),
                new Text(Seconds.Of(result.Totals.LowerBound))
            );
        console.Write(table);
        console.WriteLine($"Open {index} to read them.");
    }

    private static string Cells(NotebookResult result)
    {
        var run = result.Cells.Count(cell => cell.State == CellState.Ok);
        return result.IsOk ? $"{result.Cells.Length}" : $"{run} of {result.Cells.Length}, failed";
    }
}
