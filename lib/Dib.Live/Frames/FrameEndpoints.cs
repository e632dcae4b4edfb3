using Dib.Live.Files;
using Dib.Live.Sessions;
using Dib.Running.Pages;
using Microsoft.Net.Http.Headers;

namespace Dib.Live.Frames;

/// <summary>Answers what the page's frames ask for.</summary>
internal static class FrameEndpoints
{
    internal static void MapFrames(this WebApplication app)
    {
        app.MapGet(FrameAddresses.Path + "/{notebook}", Ahead);
        app.MapGet(FrameAddresses.Path + "/{notebook}/{cell}/{key:int}", Frame);
        app.MapGet(FrameAddresses.Path + "/{notebook}/{cell}/{key:int}/newest", Newest);
        app.MapGet(PageScripts.Path + "/{name}", Script);
    }

    private static IResult Ahead(string notebook, HttpContext context, NotebookCatalog catalog, PageScripts scripts) =>
        catalog.Find(notebook) is { } view
            ? Document(context, FrameDocument.Ahead(scripts.AddressesOf(view)))
            : Results.NotFound();

    private static IResult Frame(
        string notebook,
        string cell,
        int key,
        HttpContext context,
        NotebookCatalog catalog,
        PageScripts scripts,
        Prose prose
    )
    {
        var view = catalog.Find(notebook);
        return view?.Find(cell)?.Outputs.FirstOrDefault(output => output.Key == key) is { } found
            ? Document(
                context,
                FrameDocument.Of(
                    found.Content,
                    scripts.AddressesOf(view),
                    prose,
                    Look.Attributes(key => context.Request.Cookies[key])
                )
            )
            : Results.Text("This output is not there any more.", statusCode: StatusCodes.Status404NotFound);
    }

    private static IResult Document(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = PolicyOfFrame(context.Request.Host.ToString());
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    // What a cell put out runs its own scripts, and reaches nothing but the scripts of its notebook.
    private static string PolicyOfFrame(string host) =>
        $"default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' http://{host}{PageScripts.Path}/; "
        + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

    // For the page to hand on to the frame; to a browser that opens the address, it is text.
    private static IResult Newest(
        string notebook,
        string cell,
        int key,
        HttpContext context,
        NotebookCatalog catalog,
        Prose prose
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return catalog.Find(notebook)?.Find(cell)?.Outputs.FirstOrDefault(output => output.Key == key) is { } found
            ? Results.Text(FrameDocument.Body(found.Content, prose))
            : Results.NotFound();
    }

    private static NotebookView? Find(this NotebookCatalog catalog, string notebook)
    {
        try
        {
            return catalog.Open(notebook).View;
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    private static IResult Script(string name, HttpContext context, PageScripts scripts)
    {
        if (scripts.Find(name) is not { } code)
            return Results.Text("This script is not there any more.", statusCode: StatusCodes.Status404NotFound);
        // To the browser a sandboxed frame is another site.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers[HeaderNames.CacheControl] = "private, max-age=31536000, immutable";
        return Results.Text(code, "text/javascript; charset=utf-8");
    }
}
