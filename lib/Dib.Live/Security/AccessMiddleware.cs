using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace Dib.Live.Security;

/// <summary>Lets a request in, or answers it with one sentence.</summary>
/// <param name="scripts">Where the scripts are that a page's frames load.</param>
internal sealed class AccessMiddleware(Keys keys, PathString scripts)
{
    private const string WhatToDo = "open the address that the command serve has printed.";

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var source = new RequestSource(context);
        SecurityHeaders.AddTo(context.Response, source.IsAddressedToUs ? context.Request.Host.Value : null);
        if (ObjectionTo(context.Request, source) is { } sentence)
            await RefuseAsync(context.Response, sentence);
        else if (context.Request.Query.ContainsKey("token"))
            await AdmitAsync(context, source);
        else
            await next(context);
    }

    private string? ObjectionTo(HttpRequest request, RequestSource source)
    {
        if (!source.IsAddressedToUs)
            return $"This page is found at 127.0.0.1:{source.Port} and localhost:{source.Port} only; {WhatToDo}";
        // A sandboxed frame has no cookies and no origin; what it loads has an address that nobody can guess.
        if (IsScript(request) && source.IsFrameOrUs)
            return null;
        if (!source.IsOurPageOrTheReader)
            return $"This request comes from another site's page, or does not say where from; {WhatToDo}";
        if (keys.IsToken(request.Query["token"]))
            return null;
        if (request.Query.ContainsKey("token"))
            return $"This is not the token of the host that runs now; {WhatToDo}";
        return keys.IsCookie(request.Cookies[Keys.CookieName(source.Port)])
            ? null
            : $"This browser has not been let in yet; {WhatToDo}";
    }

    private bool IsScript(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(scripts, StringComparison.Ordinal);

    private async Task AdmitAsync(HttpContext context, RequestSource source)
    {
        var response = context.Response;
        response.Cookies.Append(
            Keys.CookieName(source.Port),
            keys.Cookie,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict,
                Path = "/",
            }
        );
        response.Headers[HeaderNames.CacheControl] = "no-store";
        var address = UriHelper.BuildAbsolute("http", context.Request.Host, path: context.Request.Path);
        if (source.IsFollowedFromElsewhere)
        {
            // The browser would follow a redirect as the other site's, without the cookie.
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync($"""<meta http-equiv="refresh" content="0; url={address}">""" + "\n");
        }
        else
            response.Redirect(address);
    }

    private static Task RefuseAsync(HttpResponse response, string sentence)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(sentence + "\n");
    }
}
