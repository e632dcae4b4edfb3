using AsyncByExample.Clocks;

namespace AsyncByExample;

/// <summary>Sites that can be asked: on a server on this machine, simulated, or live. See <see cref="Sites"/>.</summary>
public sealed class Web : IDisposable
{
    /// <summary>How long the library's clients wait for a site before they give up, in article time.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly IDisposable? _server;

    internal Web(HttpMessageHandler handler, Clock clock, IDisposable? server = null)
    {
        Handler = handler;
        Clock = clock;
        _server = server;
    }

    /// <summary>What a client sends its requests through: <c>new HttpClient(web.Handler)</c>.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>The clock of the sites' latencies.</summary>
    public Clock Clock { get; }

    /// <summary>Closes the connections and stops the server.</summary>
    public void Dispose()
    {
        Handler.Dispose();
        _server?.Dispose();
    }
}
