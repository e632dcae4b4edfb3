using Microsoft.Net.Http.Headers;

namespace Dib.Host.Live.Web.Security;

/// <summary>Lets a request in, or answers it with one sentence.</summary>
internal sealed class Gate(Keys keys)
{
    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        SecurityHeaders.AddTo(context.Response, request.Host.Value ?? "");
        if (!IsOurs(request.Host, context))
            await RefuseAsync(context, "This server answers to 127.0.0.1 and localhost only, at its own port.");
        else if (!IsFromOurPage(request))
            await RefuseAsync(context, "This request comes from another site's page.");
        else if (keys.IsToken(request.Query["token"]))
            Admit(context);
        else if (request.Query.ContainsKey("token"))
            await RefuseAsync(
                context,
                "This is not the token of this session: open the address that serve has printed."
            );
        else if (keys.IsCookie(request.Cookies[Keys.CookieName(PortOf(context))]) || IsScript(request))
            await next(context);
        else
            await RefuseAsync(context, "Open the whole address that serve has printed, with its token.");
    }

    private static int PortOf(HttpContext context) => context.Connection.LocalPort;

    // Another name for this machine is how a foreign page would come in (DNS rebinding).
    private static bool IsOurs(HostString host, HttpContext context) =>
        host.Host is "127.0.0.1" or "localhost" && host.Port == PortOf(context);

    // Browsers send an origin with every WebSocket and every request that changes something.
    private static bool IsFromOurPage(HttpRequest request) =>
        request.Headers.Origin.All(origin =>
            origin == $"http://{request.Host}" || (origin == "null" && IsScript(request))
        );

    // A sandboxed frame has no cookies and no origin; what it loads has an address that nobody can guess.
    private static bool IsScript(HttpRequest request) =>
        request.Path.StartsWithSegments(Frames.PageScripts.Path, StringComparison.Ordinal);

    private void Admit(HttpContext context)
    {
        context.Response.Cookies.Append(
            Keys.CookieName(PortOf(context)),
            keys.Cookie,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict,
                Path = "/",
            }
        );
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        context.Response.Redirect(context.Request.Path);
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n");
    }
}
