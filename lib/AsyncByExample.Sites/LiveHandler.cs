namespace AsyncByExample.Sites;

/// <summary>Asks the real sites. Where there is no network it says so, in words that lead on. See <see cref="Sites.Live"/>.</summary>
internal sealed class LiveHandler(TimeSpan timeout)
    : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = timeout, UseCookies = false })
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri?.OriginalString;
        try
        {
            return base.Send(request, cancellationToken);
        }
        catch (Exception problem) when (IsUnreachable(problem, cancellationToken))
        {
            throw Unreachable(url, problem);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var url = request.RequestUri?.OriginalString;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (IsUnreachable(problem, cancellationToken))
        {
            throw Unreachable(url, problem);
        }
    }

    // A connection that is not made in time ends as if it had been cancelled; a client that gives up is something else.
    private static bool IsUnreachable(Exception problem, CancellationToken cancellationToken) =>
        problem switch
        {
            HttpRequestException http => http.HttpRequestError
                is HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError,
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            _ => false,
        };

    private HttpRequestException Unreachable(string? url, Exception problem) =>
        new(
            (problem as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ConnectionError,
            FormattableString.Invariant(
                $"{url} cannot be reached ({Reason(problem)}): use Sites.Local(clock), which needs no network"
            ),
            problem
        );

    private string Reason(Exception problem) =>
        problem is HttpRequestException
            ? problem.Message
            : FormattableString.Invariant($"no connection within {timeout.TotalSeconds} s");
}
