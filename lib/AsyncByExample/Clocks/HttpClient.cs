using System.Runtime.CompilerServices;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Clocks;

/// <summary>
/// Stands in for <see cref="System.Net.Http.HttpClient"/> in the examples that block: a request holds the thread
/// until its answer is there, as <c>requests.get</c> does in the article's example 5.
/// </summary>
/// <param name="handler">What requests go through: a web's handler.</param>
public class HttpClient(HttpMessageHandler handler) : IDisposable
{
    /// <summary>How long the library's clients wait for a site before they give up, in article time.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a blocking request may take, in article time: in virtual time nobody but the handler can tell.</summary>
    internal static readonly HttpRequestOptionsKey<TimeSpan> TimeoutOption = new("timeout");

    /// <summary>How long a request may take, in article time.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    private protected System.Net.Http.HttpClient Client { get; } =
        new(handler, disposeHandler: false) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    /// <summary>Gets a page and returns its text; on the timeline the task is blocking.</summary>
    /// <param name="url">For example <c>http://google.com</c>.</param>
    /// <exception cref="HttpRequestException">The site could not be reached, or its answer is not a success.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The reader has stopped the example.</exception>
    public virtual string GetString(
        string url,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var known = KnownWait.Begin();
        using var blocking = TaskObserver.Current?.Blocks(member, file, line);
        using var timeout = new CancellationTokenSource(Clock.Current.InRealTime(Timeout));
        return InTime(url, timeout, cancellation => Get(url, cancellation));
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static TimeoutException TimedOut(string url, TimeSpan timeout) =>
        new(FormattableString.Invariant($"{url} did not answer within {timeout.TotalSeconds} s"));

    private protected string InTime(string url, CancellationTokenSource timeout, Func<CancellationToken, string> get)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, Cancellation.Token);
        try
        {
            return get(either.Token);
        }
        catch (OperationCanceledException) when (!Cancellation.Token.IsCancellationRequested)
        {
            throw TimedOut(url, Timeout);
        }
    }

    private string Get(string url, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Options.Set(TimeoutOption, Timeout);
        using var response = Client.Send(request, cancellation);
        response.EnsureSuccessStatusCode();
        using var text = new StreamReader(response.Content.ReadAsStream(cancellation));
        return text.ReadToEnd();
    }
}
