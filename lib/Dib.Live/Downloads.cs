using Dib.Live.Files;
using Dib.Live.Sessions;

namespace Dib.Live;

/// <summary>Hands out notebooks with their outputs as files to keep.</summary>
internal static class Downloads
{
    internal static void MapDownloads(this WebApplication app) => app.MapGet("/downloads/{name}.html", DownloadAsync);

    private static async Task<IResult> DownloadAsync(string name, NotebookCatalog catalog, HttpContext context)
    {
        try
        {
            var html = await catalog.Open(name).ToHtmlAsync();
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Uri.EscapeDataString(name)}.html\"";
            return Results.Text(html, "text/html; charset=utf-8");
        }
        catch (NotebookException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }
}
