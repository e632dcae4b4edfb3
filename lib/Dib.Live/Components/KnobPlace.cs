using Dib.Live.Cells;
using Dib.Live.Sessions;

namespace Dib.Live.Components;

/// <summary>Where the form of knobs stands: above the first chart, so that both are in sight.</summary>
internal static class KnobPlace
{
    /// <summary>The cell above which it stands; null when there are no knobs.</summary>
    internal static string? Above(NotebookView view)
    {
        if (view.Cells.FirstOrDefault(cell => cell.IsKnobs) is not { } knobs)
            return null;
        var below = view.Cells.Skip(knobs.Number);
        return (below.FirstOrDefault(Draws) ?? below.FirstOrDefault() ?? knobs).Id;
    }

    private static bool Draws(CellView cell) =>
        cell.Status is not null && cell.Text.Contains("Chart.Of(", StringComparison.Ordinal);
}
