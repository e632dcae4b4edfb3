namespace AsyncByExample.Sites;

/// <summary>What clients send through: it survives them, and ends with the <see cref="Web"/>.</summary>
/// <param name="sites">Who can be asked; null for everybody.</param>
/// <param name="inner">What asks them.</param>
internal sealed class WebHandler(Sites? sites, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private volatile bool _closed;

    public void Close()
    {
        _closed = true;
        InnerHandler!.Dispose();
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Check(request);
        return base.Send(request, cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Check(request);
        return base.SendAsync(request, cancellationToken);
    }

    // A client disposes of its handler, and in a notebook each run makes a new client.
    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);

    private void Check(HttpRequestMessage request)
    {
        if (_closed)
            throw new InvalidOperationException("these sites are closed: run the cell again that opens them");
        if (sites is not null && sites.Find(request.RequestUri) is null)
            throw new HttpRequestException(
                HttpRequestError.NameResolutionError,
                $"{request.RequestUri?.OriginalString} is none of the sites, which are {string.Join(", ", sites.Urls)}"
            );
    }
}
