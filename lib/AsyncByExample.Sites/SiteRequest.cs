using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AsyncByExample.Sites;

/// <summary>A request that arrived at the server, and the connection for its answer.</summary>
internal sealed class SiteRequest(IFeatureCollection features)
{
    private readonly IHttpRequestFeature _request = features.GetRequiredFeature<IHttpRequestFeature>();
    private readonly IHttpResponseFeature _response = features.GetRequiredFeature<IHttpResponseFeature>();

    /// <summary>Whom the client asks.</summary>
    public string Host => _request.Headers.Host.ToString();

    public string Path => _request.Path;

    /// <summary>The client went away, or the server is stopped.</summary>
    public CancellationToken Aborted => features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;

    /// <summary>Says what the answer will be.</summary>
    public void Start(SiteAnswer answer)
    {
        _response.StatusCode = (int)answer.Status;
        _response.Headers.ContentType = SiteAnswer.ContentType;
        _response.Headers.ContentLength = answer.Body.Length;
        if (answer.Location is not null)
            _response.Headers.Location = answer.Location;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) =>
        await features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(bytes, Aborted);

    /// <summary>Sends half of the body that was promised, then ends the connection.</summary>
    public async Task SendHalfAsync(SiteAnswer answer)
    {
        await SendAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
        features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>The client found the server's port, and asks for somebody who is not here.</summary>
    public void DoNotKnowHost() => _response.StatusCode = 404;
}
