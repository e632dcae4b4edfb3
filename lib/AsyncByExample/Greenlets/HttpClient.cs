using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;

namespace AsyncByExample.Greenlets;

/// <summary>
/// Stands in for <see cref="System.Net.Http.HttpClient"/> after the swap that gevent calls <c>patch_all</c>:
/// <c>using HttpClient = AsyncByExample.Greenlets.HttpClient;</c> makes an unchanged <c>client.GetString(url)</c>
/// cooperative, as it does to <c>requests.get</c> in the article's example 6.
/// </summary>
/// <param name="handler">What requests go through: a <see cref="Web"/>'s handler.</param>
public sealed class HttpClient(HttpMessageHandler handler) : IDisposable
{
    private readonly System.Net.Http.HttpClient _client = new(handler, disposeHandler: false)
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>How long a request may take, in article time.</summary>
    public TimeSpan Timeout { get; init; } = Web.DefaultTimeout;

    /// <summary>
    /// Gets a page and returns its text. Inside a greenlet lets go of the thread meanwhile; outside one it blocks.
    /// </summary>
    /// <param name="url">For example <c>http://google.com</c>.</param>
    /// <exception cref="HttpRequestException">The site could not be reached, or its answer is not a success.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The reader has stopped the example.</exception>
    public string GetString(
        string url,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Greenlet.Current is null ? Blocking(url, member, file, line) : LettingGo(url);

    /// <summary>Ends what is under way.</summary>
    public void Dispose() => _client.Dispose();

    private string Blocking(string url, string member, string file, int line)
    {
        using var client = new Clocks.HttpClient(handler) { Timeout = Timeout };
        return client.GetString(url, member, file, line);
    }

    private string LettingGo(string url)
    {
        using var timeout = new CancellationTokenSource(Timeout, Clock.Current);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, Cancellation.Token);
        try
        {
            return Greenlet.Await(_client.GetStringAsync(url, either.Token));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw Web.TimedOut(url, Timeout);
        }
    }
}
