using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AsyncByExample.Labs.Load;

/// <summary>A server on a thread of its own, on a free port of this machine, until it is disposed.</summary>
internal sealed class ServerThread : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Thread _thread;
    private volatile bool _isStopping;

    /// <param name="serve">The server: it accepts from the listener for as long as that is open.</param>
    /// <param name="backlog">How many connections may wait to be accepted.</param>
    /// <param name="ended">Told why, where the server ends by itself; null where it just returns.</param>
    public ServerThread(Action<TcpListener> serve, int backlog, Action<Exception?> ended)
    {
        _listener.Start(backlog);
        _thread = new Thread(() => Serve(serve, ended)) { IsBackground = true, Name = "server" };
        _thread.Start();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Closes the port. What the server then does with its thread is its own affair: it ends with the process.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _listener.Dispose();
        _thread.Join(TimeToEnd);
    }

    // A listener that is closed throws: that is how a server learns that it is time to go.
    private void Serve(Action<TcpListener> serve, Action<Exception?> ended)
    {
        Exception? fault = null;
        try
        {
            serve(_listener);
        }
#pragma warning disable CA1031 // Whatever it is, it is the reader's to see.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            fault = exception;
        }
        if (!_isStopping)
            ended(fault);
    }
}
