namespace Dib.Live.Security;

/// <summary>What every answer tells the browser not to do.</summary>
internal static class SecurityHeaders
{
    private const string PolicyOfNothing = "default-src 'none'; frame-ancestors 'none'";

    /// <param name="host">The name and port that the browser knows us by; null when it has nothing to do here.</param>
    internal static void AddTo(HttpResponse response, string? host)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = host is null ? PolicyOfNothing : PolicyOfPage(host);
        headers.XContentTypeOptions = "nosniff";
        // With none at all, what the page says when it is closed would come without its origin.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    // The editor styles its lines one by one, and starts a worker.
    private static string PolicyOfPage(string host) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + $"font-src 'self' data:; connect-src 'self' ws://{host}; worker-src 'self' blob:; frame-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
}
