using System.Net;
using Dib.Running.Execution;
using Dib.Running.Notebooks;

namespace Dib.Running.Pages;

/// <summary>The page that lists all others.</summary>
internal static class IndexPage
{
    internal static string Of(
        IEnumerable<(Lesson Lesson, NotebookResult? Result)> lessons,
        IReadOnlyList<Knob> knobs,
        Func<string, bool> hasPage,
        RunPictures pictures
    )
    {
        var entries = lessons.ToArray();
        var first = entries.Select(entry => entry.Lesson).FirstOrDefault(lesson => hasPage(lesson.Name));
        return Layout.Page(
            Site.Title,
            "",
            $"""
            <h1>{Site.Title}</h1>
            {FrontDoor.Of(pictures, first is null ? null : ($"Start with {first.Title}", AddressOf(first)))}
            {Knobs(knobs)}
            <ol class="contents">
            {string.Join('\n', entries.Select(entry => Entry(entry.Lesson, entry.Result, hasPage, pictures)))}
            </ol>
            """,
            """
            <p>Each notebook has a cell of knobs. Set them from the command line and run again:<br><code>dotnet run --project lib/Dib.Host -- run 02 --set "work=[3,1,4]"</code></p>
            """
        );
    }

    private static string AddressOf(Lesson lesson) => $"{Uri.EscapeDataString(lesson.Name)}.html";

    private static string Knobs(IReadOnlyList<Knob> knobs) =>
        string.Join(
            '\n',
            knobs.Select(knob =>
                $"<p class=\"knob\">set from the command line <code>{WebUtility.HtmlEncode(knob.ToString())}</code></p>"
            )
        );

    private static string Entry(Lesson lesson, NotebookResult? result, Func<string, bool> hasPage, RunPictures pictures)
    {
        var title = WebUtility.HtmlEncode(lesson.Title);
        return $"""
            <li{(result is { IsOk: false } ? " class=\"failed\"" : "")}>
            <h2>{(hasPage(lesson.Name) ? $"<a href=\"{AddressOf(lesson)}\">{title}</a>" : title)}</h2>
            <p>{WebUtility.HtmlEncode(lesson.Summary)}{Question(lesson)}</p>
            {pictures.PictureOf(lesson.Name)}
            {Facts(result)}
            </li>
            """;
    }

    private static string Question(Lesson lesson) =>
        lesson.Question is { } question ? $" <strong>{WebUtility.HtmlEncode(question)}</strong>" : "";

    private static string Facts(NotebookResult? result) =>
        result is null
            ? "<p class=\"facts\">not in this run</p>"
            : $"""
                <dl class="facts">
                <div><dt>state</dt><dd>{(result.IsOk ? "ran" : "failed")}</dd></div>
                <div><dt>cells</dt><dd>{result.Cells.Length}</dd></div>
                <div><dt>time</dt><dd>{Seconds.Of(result.Elapsed)}</dd></div>
                <div><dt>total</dt><dd>{result.Totals.TotalText ?? "–"}</dd></div>
                <div><dt>lower bound</dt><dd>{result.Totals.BoundText ?? "–"}</dd></div>
                </dl>
                """;
}
