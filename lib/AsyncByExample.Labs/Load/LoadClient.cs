using System.Net;

namespace AsyncByExample.Labs.Load;

/// <summary>A client of a load test: one connection, one request, one answer.</summary>
internal static class LoadClient
{
    // Who asks at the same time opens a connection of his own, and nobody leaves one for others to use.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Connects, asks for a page, and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">There is no whole answer, or another one than success.</exception>
    public static async Task AskAsync(IPEndPoint server, string name, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{server}/news");
        request.Headers.ConnectionClose = true;
        request.Headers.TryAddWithoutValidation("User-Agent", name);
        using var answer = await Http.SendAsync(request, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }
}
