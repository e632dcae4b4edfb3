using Dib.Format;
using Dib.Running.Notebooks;

namespace Dib.Running.Pages;

/// <summary>How a notebook is listed: what its first markdown cell says of it.</summary>
internal sealed record Lesson(string Name, string Title, string Summary)
{
    internal static Lesson Of(Notebook notebook) => Of(notebook.Name, notebook.Document);

    internal static Lesson Of(string name, INotebookDocument document)
    {
        var opening = document.Cells.FirstOrDefault(cell => cell.KernelName == "markdown")?.Text ?? "";
        return new Lesson(name, Prose.TitleOf(opening) ?? name, Prose.SummaryOf(opening));
    }
}
