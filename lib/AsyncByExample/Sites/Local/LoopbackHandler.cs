using System.Net.Sockets;

namespace AsyncByExample;

/// <summary>Connects to the sites' server whatever the URL says: a request for http://google.com stays one.</summary>
internal static class LoopbackHandler
{
    public static SocketsHttpHandler To(SiteServer server) =>
        new()
        {
            ConnectCallback = (_, _) => ValueTask.FromResult(Connect(server)),
            // A connection that the warm-up made is still there when the reader runs the cell.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };

    // Within this machine a connection is made, or refused, at once: no need to let go of the thread meanwhile.
    private static Stream Connect(SiteServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(server.EndPoint);
            return server.Arrivals.Note(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
