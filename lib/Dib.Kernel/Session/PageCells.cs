using Dib.Kernel.Magic;
using Dib.Kernel.Output;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>The cells that are not run here but handed to the page: HTML, JavaScript and Markdown.</summary>
internal static class PageCells
{
    internal static void Display(CellPart.Code cell, CommandScope scope) =>
        scope.Publish(new DisplayedValueProduced([Render(cell)], Guid.NewGuid().ToString()));

    private static FormattedValue Render(CellPart.Code cell) =>
        cell.Kernel switch
        {
            KernelNames.Markdown => new FormattedValue("text/markdown", cell.Text),
            KernelNames.JavaScript => new FormattedValue("text/html", Page.Script(cell.Text).ToString()!),
            _ => new FormattedValue("text/html", cell.Text),
        };
}
