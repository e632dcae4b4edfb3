using System.Net;
using Dib.Running.Execution;

namespace Dib.Running.Pages;

/// <summary>The page of one notebook.</summary>
internal static class NotebookPage
{
    /// <param name="result">The notebook, and what became of it.</param>
    /// <param name="hasPage">Whether a notebook of that name has a page beside this one; links to others become text.</param>
    /// <param name="index">The page beside this one that lists all; null where there is none.</param>
    internal static string Of(NotebookResult result, Func<string, bool> hasPage, string? index = Site.IndexFile)
    {
        var links = new ProseLinks(result.Notebook.Folder, hasPage) { IndexAddress = index };
        var section = new CellSection(new Prose(links));
        var anchors = Anchors.Of("", result.Cells.Select(cell => (cell.Cell.KernelName, cell.Cell.Text)));
        var cells = result.Cells.Zip(anchors, section.Of);
        return Layout.Page(
            $"{Lesson.Of(result.Notebook).Title} · {Site.Title}",
            $"""
            {(index is null ? $"<span>{Site.Title}</span>" : $"<a href=\"{index}\">{Site.Title}</a>")}
            <p>{State(result)}</p>
            """,
            string.Join('\n', cells.Prepend(Failure(result))),
            result.Notebook.Knobs.IsEmpty ? "" : Rerun.Hint(result.Notebook)
        );
    }

    /// <summary>The page where it is kept alone: beside it there is nothing that a link could lead to.</summary>
    internal static string Alone(NotebookResult result) => Of(result, hasPage: _ => false, index: null);

    private static string State(NotebookResult result) =>
        string.Join(
            " · ",
            new[]
            {
                result.IsOk ? $"ran in {Seconds.Of(result.Elapsed)}" : $"failed after {Seconds.Of(result.Elapsed)}",
                result.Totals.TotalText is { } total ? $"total {total}" : null,
                result.Totals.BoundText is { } bound ? $"lower bound {bound}" : null,
            }.OfType<string>()
        );

    private static string Failure(NotebookResult result) =>
        result.Failure is { } failure
            ? $"""<p class="failure" role="alert"><a href="#cell-{result.Cells.First(cell => cell.Failure is not null).Index}">{WebUtility.HtmlEncode(failure)}</a></p>"""
            : "";
}
