using Dib.Live.Files;
using Dib.Live.Sessions;

namespace Dib.Live;

/// <summary>Hands out notebooks with their outputs as files to keep, as they are now or as they were with a kept run.</summary>
internal static class Downloads
{
    internal static void MapDownloads(this WebApplication app)
    {
        app.MapGet(
            "/downloads/{name}.html",
            (string name, NotebookCatalog catalog, HttpContext context) =>
                AnswerAsync(context, name, async () => await catalog.Open(name).ToHtmlAsync())
        );
        app.MapGet(
            "/downloads/{name}/{run}.html",
            (string name, string run, NotebookCatalog catalog, HttpContext context) =>
                AnswerAsync(context, $"{name}-{run}", () => Task.Run(() => catalog.Open(name).History.PageOf(run)))
        );
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string file, Func<Task<string?>> read)
    {
        try
        {
            if (await read() is not { } html)
                return NotFound("No page is kept of such a run.");
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Uri.EscapeDataString(file)}.html\"";
            return Results.Text(html, "text/html; charset=utf-8");
        }
        catch (NotebookException e)
        {
            return NotFound(e.Message);
        }
    }

    private static IResult NotFound(string sentence) =>
        Results.Text(sentence, statusCode: StatusCodes.Status404NotFound);
}
