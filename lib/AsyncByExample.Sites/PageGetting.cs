using AsyncByExample.Deferreds;

namespace AsyncByExample.Sites;

/// <summary>Twisted's getPage.</summary>
public static class PageGetting
{
    /// <summary>
    /// Gets a page, and has its text. Redirects are followed, as the sites' handler does. Cancelling the Deferred, and
    /// the end of the reactor's run, end the request.
    /// </summary>
    /// <param name="web">The sites.</param>
    /// <param name="url">For example <c>http://google.com</c>.</param>
    /// <param name="timeout">Article time; <see cref="Clocks.HttpClient.DefaultTimeout"/> unless given.</param>
    /// <returns>
    /// Fails with an <see cref="HttpRequestException"/> if the site cannot be reached or answers with a status of 400
    /// or above, or with a redirect that leads nowhere; and with a <see cref="TimeoutException"/> if it does not answer in time.
    /// </returns>
    /// <exception cref="InvalidOperationException">There is no reactor to call back from.</exception>
    public static Deferred<string> GetPage(this Web web, string url, TimeSpan? timeout = null)
    {
        var time = timeout ?? Clocks.HttpClient.DefaultTimeout;
        return Defer
            .FromTask(cancellation => GetAsync(web, url, cancellation))
            .AddTimeout(time, Reactor.Required, (_, _) => throw Clocks.HttpClient.TimedOut(url, time));
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
        using var response = await client.GetAsync(url, cancellation).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)
            : throw new HttpRequestException(
                $"{url} answered {(int)response.StatusCode} {response.ReasonPhrase}",
                null,
                response.StatusCode
            );
    }
}
