using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

/// <summary>Sites that can be asked: on a server on this machine, simulated, or live. See <see cref="Sites"/>.</summary>
public sealed class Web : IDisposable
{
    private readonly WebHandler _handler;
    private readonly IDisposable? _server;

    internal Web(WebHandler handler, Clock clock, IDisposable? server = null)
    {
        _handler = handler;
        Clock = clock;
        _server = server;
    }

    /// <summary>
    /// What a client sends its requests through: <c>new HttpClient(web.Handler)</c>. It can be used by one client
    /// after another, and by many at once.
    /// </summary>
    public HttpMessageHandler Handler => _handler;

    /// <summary>The clock of the sites' latencies.</summary>
    public Clock Clock { get; }

    /// <summary>Closes the connections and stops the server, at once: requests that wait fail.</summary>
    public void Dispose()
    {
        _handler.Close();
        _server?.Dispose();
    }
}
