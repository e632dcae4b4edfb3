using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AsyncByExample.Labs.Load;

/// <summary>A client of a load test: one connection, one request, one answer.</summary>
internal static class LoadClient
{
    /// <summary>Connects, asks for a page, and reads the whole answer.</summary>
    /// <exception cref="IOException">There is no whole answer, or another one than 200.</exception>
    /// <exception cref="SocketException">Nobody accepts the connection, or it was cut.</exception>
    public static async Task AskAsync(IPEndPoint server, string name, CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
        var request = Encoding.ASCII.GetBytes(
            $"GET /news HTTP/1.1\r\nHost: {server}\r\nUser-Agent: {name}\r\nConnection: close\r\n\r\n"
        );
        await socket.SendAsync(request, cancellation).ConfigureAwait(false);
        var buffer = new byte[4096];
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var bytes = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (bytes == 0)
                throw new IOException("the connection was closed before the answer was complete");
            length += bytes;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = Encoding.ASCII.GetString(answer[..end]).Split("\r\n");
        if (head[0] != "HTTP/1.1 200 OK")
            throw new IOException($"the answer was {head[0]}");
        return answer.Length - end - 4 >= BodyLength(head);
    }

    private static int BodyLength(string[] head)
    {
        const string Length = "Content-Length: ";
        var header = Array.Find(head, line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase));
        return header is null
            ? throw new IOException("the answer does not say how long it is")
            : int.Parse(header.AsSpan(Length.Length), CultureInfo.InvariantCulture);
    }
}
