using System.Net.Sockets;

namespace AsyncByExample.Sites;

/// <summary>Connects to the sites' server whatever the URL says: a request for http://google.com stays one.</summary>
internal static class LoopbackHandler
{
    public static SocketsHttpHandler To(Sites sites, SiteServer server) =>
        new()
        {
            ConnectCallback = (request, _) =>
                ValueTask.FromResult<Stream>(Connect(sites.Find(request.InitialRequestMessage.RequestUri)!, server)),
            // A connection that the warm-up made is still there when the reader runs the cell.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };

    // Within this machine a connection is made, or refused, at once: no need to let go of the thread meanwhile.
    private static NetworkStream Connect(Site site, SiteServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(server.EndPointOf(site));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            // The one that was thrown names the loopback port, which is not what the reader asked for.
            throw new SocketException((int)refused.SocketErrorCode);
        }
    }
}
