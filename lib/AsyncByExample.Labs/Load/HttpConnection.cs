using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AsyncByExample.Labs.Load;

/// <summary>A server's end of a connection that carries one request and its answer, as HTTP/1.1 over a socket.</summary>
/// <param name="client">What the listener accepted. It is closed with the connection.</param>
public sealed class HttpConnection(TcpClient client) : IDisposable
{
    private readonly byte[] _buffer = new byte[4096];
    private readonly NetworkStream _stream = client.GetStream();
    private int _length;

    /// <summary>Reads the request, and holds the thread until it is there.</summary>
    /// <exception cref="IOException">The client went away, or sent no request.</exception>
    public HttpRequest ReadRequest()
    {
        string? head;
        while ((head = Head()) is null)
            Took(_stream.Read(_buffer.AsSpan(_length)));
        return HttpRequest.Parse(head);
    }

    /// <summary>Reads the request, and lets go of the thread until it is there.</summary>
    /// <exception cref="IOException">The client went away, or sent no request.</exception>
    public async Task<HttpRequest> ReadRequestAsync()
    {
        string? head;
        while ((head = Head()) is null)
            Took(await _stream.ReadAsync(_buffer.AsMemory(_length)));
        return HttpRequest.Parse(head);
    }

    /// <summary>Sends a page, and holds the thread until it is on its way.</summary>
    public void Send(string page) => _stream.Write(Answer(page));

    /// <summary>Sends a page, and lets go of the thread until it is on its way.</summary>
    public async Task SendAsync(string page) => await _stream.WriteAsync(Answer(page));

    /// <summary>Closes the connection.</summary>
    public void Dispose() => client.Dispose();

    // A request without a body ends with an empty line.
    private string? Head()
    {
        var end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8);
        return end >= 0 ? Encoding.ASCII.GetString(_buffer, 0, end) : null;
    }

    private void Took(int bytes)
    {
        if (bytes == 0)
            throw new IOException(
                _length < _buffer.Length
                    ? "the client closed the connection before its request was complete"
                    : "the request is longer than this server takes"
            );
        _length += bytes;
    }

    private static byte[] Answer(string page) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\nConnection: close\r\n\r\n{page}"
            )
        );
}
