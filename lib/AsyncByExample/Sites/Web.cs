using AsyncByExample.Clocks;

namespace AsyncByExample;

/// <summary>Sites that can be asked: on a server on this machine, simulated, or live. See <see cref="Sites"/>.</summary>
public sealed class Web : IDisposable
{
    /// <summary>How long the library's clients wait for a site before they give up, in article time.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a blocking request may take, in article time: in virtual time nobody but the handler can tell.
    /// </summary>
    internal static readonly HttpRequestOptionsKey<TimeSpan> TimeoutOption = new("timeout");

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

    internal static TimeoutException TimedOut(string url, TimeSpan timeout) =>
        new(FormattableString.Invariant($"{url} did not answer within {timeout.TotalSeconds} s"));

    /// <summary>Closes the connections and stops the server, at once: requests that wait fail.</summary>
    public void Dispose()
    {
        _handler.Close();
        _server?.Dispose();
    }
}
