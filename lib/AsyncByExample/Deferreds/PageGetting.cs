using System.Net;

namespace AsyncByExample.Deferreds;

/// <summary>Twisted's getPage.</summary>
public static class PageGetting
{
    private const int MostRedirects = 20;

    /// <summary>
    /// Gets a page, and has its text. It follows redirects. Cancelling the Deferred, and the end of the reactor's run,
    /// end the request.
    /// </summary>
    /// <param name="web">The sites.</param>
    /// <param name="url">For example <c>http://google.com</c>.</param>
    /// <param name="timeout">Article time; <see cref="Web.DefaultTimeout"/> unless given.</param>
    /// <returns>
    /// Fails with an <see cref="HttpRequestException"/> if the site cannot be reached or answers with a status of 400
    /// or above, and with a <see cref="TimeoutException"/> if it does not answer in time.
    /// </returns>
    /// <exception cref="InvalidOperationException">There is no reactor to call back from.</exception>
    public static Deferred<string> GetPage(this Web web, string url, TimeSpan? timeout = null)
    {
        var time = timeout ?? Web.DefaultTimeout;
        return Defer
            .FromTask(cancellation => GetAsync(web, url, cancellation))
            .AddTimeout(time, Reactor.Required, (_, _) => throw Web.TimedOut(url, time));
    }

    private static Task<string> GetAsync(Web web, string url, CancellationToken cancellation)
    {
        // What the client does meanwhile is not the task's own work: it is not drawn on the task's lane.
        using (ExecutionContext.SuppressFlow())
            return GetAsync(web.Handler, url, cancellation);
    }

    private static async Task<string> GetAsync(HttpMessageHandler handler, string url, CancellationToken cancellation)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var address = new Uri(url);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await client.GetAsync(address, cancellation);
            if ((int)response.StatusCode >= 400)
                throw new HttpRequestException(
                    $"{url} answered {(int)response.StatusCode} {response.ReasonPhrase}",
                    null,
                    response.StatusCode
                );
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return await response.Content.ReadAsStringAsync(cancellation);
            address = new Uri(address, location);
        }
        throw new HttpRequestException($"{url} sends from one page to the next, more than {MostRedirects} times");
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
}
