using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AsyncByExample.Sites;

/// <summary>
/// When a request arrived at the server's socket. Within a machine that is the moment at which it was sent; the
/// server's threads notice it later, by as much as the operating system takes to wake them, and count from here.
/// </summary>
internal sealed class Arrivals
{
    private readonly ConcurrentDictionary<int, long> _times = new();

    /// <summary>When the last request of the client's connection arrived; now, where that is not known.</summary>
    /// <param name="clientPort">The client's end of the connection.</param>
    /// <returns>A time of <see cref="Stopwatch.GetTimestamp"/>.</returns>
    public long LastOf(int clientPort) =>
        _times.TryGetValue(clientPort, out var time) ? time : Stopwatch.GetTimestamp();

    /// <summary>The client's end of a connection, which notes when something is sent.</summary>
    public Stream Note(Socket socket) => new NotingStream(this, socket);

    private sealed class NotingStream(Arrivals arrivals, Socket socket) : NetworkStream(socket, ownsSocket: true)
    {
        private readonly int _port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            arrivals._times[_port] = Stopwatch.GetTimestamp();
            base.Write(buffer);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            arrivals._times[_port] = Stopwatch.GetTimestamp();
            return base.WriteAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            arrivals._times.TryRemove(_port, out _);
            base.Dispose(disposing);
        }
    }
}
