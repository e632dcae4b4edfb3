using Dib.Live.Cells;
using Dib.Live.Sessions;

namespace Dib.Live.Components;

/// <summary>
/// Where the forms of knobs stand: the first one above the first chart, so that both are in sight; any other one,
/// such as the reader's guess below its question, where its cell stands.
/// </summary>
internal static class KnobPlace
{
    /// <summary>The cells above which a form stands, each with the cells of knobs whose forms stand there.</summary>
    internal static ILookup<string, CellView> Above(NotebookView view)
    {
        var knobs = view.Cells.Where(cell => cell.IsKnobs).ToArray();
        return knobs.ToLookup(cell => cell == knobs[0] ? AboveFirstChart(view, cell) : cell.Id, StringComparer.Ordinal);
    }

    private static string AboveFirstChart(NotebookView view, CellView knobs)
    {
        var below = view.Cells.Skip(knobs.Number);
        return (below.FirstOrDefault(Draws) ?? below.FirstOrDefault() ?? knobs).Id;
    }

    private static bool Draws(CellView cell) =>
        cell.Status is not null && cell.Text.Contains("Chart.Of(", StringComparison.Ordinal);
}
