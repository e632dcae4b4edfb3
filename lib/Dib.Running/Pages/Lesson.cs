using Dib.Format;
using Dib.Running.Notebooks;

namespace Dib.Running.Pages;

/// <summary>How a notebook is listed: what its first markdown cell says of it, and what it asks its reader.</summary>
/// <param name="Question">The first question in bold, such as what it asks to predict; null when it asks nothing.</param>
internal sealed record Lesson(string Name, string Title, string Summary, string? Question)
{
    internal static Lesson Of(Notebook notebook) => Of(notebook.Name, notebook.Document);

    internal static Lesson Of(string name, INotebookDocument document) =>
        Of(name, document.Cells.Where(cell => cell.KernelName == "markdown").Select(cell => cell.Text));

    /// <param name="prose">The texts of the notebook's markdown cells.</param>
    internal static Lesson Of(string name, IEnumerable<string> prose)
    {
        var texts = prose.ToArray();
        var opening = texts.FirstOrDefault("");
        return new Lesson(
            name,
            Prose.TitleOf(opening) ?? name,
            Prose.SummaryOf(opening),
            texts.Select(Prose.QuestionOf).FirstOrDefault(question => question is not null)
        );
    }
}
