using System.Net;
using System.Net.Sockets;

namespace AsyncByExample.Sites;

/// <summary>A port of this machine where nobody listens, and nobody will: it is taken.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _taken = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint EndPoint => (IPEndPoint)_taken.LocalEndPoint!;

    public void Dispose() => _taken.Dispose();
}
