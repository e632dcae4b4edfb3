using Dib.Live.Files;
using Dib.Live.Sessions;

namespace Dib.Live;

/// <summary>Hands out notebooks with their outputs as files to keep, as they are now or as they were with a kept run.</summary>
internal static class Downloads
{
    internal static void MapDownloads(this WebApplication app)
    {
        app.MapGet("/downloads/{name}.html", DownloadAsync);
        app.MapGet("/downloads/{name}/{run}.html", DownloadRun);
    }

    private static async Task<IResult> DownloadAsync(string name, NotebookCatalog catalog, HttpContext context)
    {
        try
        {
            return File(context, name, await catalog.Open(name).ToHtmlAsync());
        }
        catch (NotebookException e)
        {
            return NotFound(e.Message);
        }
    }

    private static IResult DownloadRun(string name, string run, NotebookCatalog catalog, HttpContext context)
    {
        try
        {
            var history = catalog.Open(name).History;
            return history.Find(run) is { } past && history.PageOf(past) is { } html
                ? File(context, FormattableString.Invariant($"{name}-{past.Began:yyyy-MM-dd-HHmmss}"), html)
                : NotFound("No page is kept of such a run.");
        }
        catch (NotebookException e)
        {
            return NotFound(e.Message);
        }
    }

    private static IResult File(HttpContext context, string name, string html)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Uri.EscapeDataString(name)}.html\"";
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static IResult NotFound(string sentence) =>
        Results.Text(sentence, statusCode: StatusCodes.Status404NotFound);
}
