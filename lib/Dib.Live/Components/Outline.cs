using Dib.Live.Cells;
using Dib.Live.Sessions;
using Dib.Running.Pages;

namespace Dib.Live.Components;

/// <summary>A part of a notebook: a heading, and the cells below it that can be run.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Heading">The cell that has it.</param>
/// <param name="Cells">The cells that can be run, up to the next heading.</param>
internal sealed record Outline(string Title, CellView Heading, IReadOnlyList<CellView> Cells)
{
    /// <summary>The parts of a notebook, in order.</summary>
    internal static IReadOnlyList<Outline> Of(NotebookView view)
    {
        var parts = new List<Outline>();
        var cells = new List<CellView>();
        foreach (var cell in view.Cells)
        {
            if (cell.Kind == "markdown" && Prose.TitleOf(cell.Text) is { } title)
                parts.Add(new Outline(title, cell, cells = []));
            else if (cell.Status is not null)
                cells.Add(cell);
        }
        return parts;
    }
}
