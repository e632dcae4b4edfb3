using System.Runtime.CompilerServices;
using AsyncByExample.Recording;

namespace AsyncByExample.Clocks;

/// <summary>
/// Stands in for <see cref="System.Net.Http.HttpClient"/> in the examples that block: a request holds the thread
/// until its answer is there, as <c>requests.get</c> does in the article's example 5.
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

    /// <summary>Gets a page and returns its text; on the timeline the task is <see cref="TaskState.Blocking"/>.</summary>
    /// <param name="url">For example <c>http://google.com</c>.</param>
    /// <exception cref="HttpRequestException">The site could not be reached, or its answer is not a success.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The reader has stopped the example.</exception>
    public string GetString(
        string url,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var clock = Clock.Current;
        using var blocking = Recorder.Current?.Blocking(new SourceLine(member, file, line));
        using var timeout = new CancellationTokenSource(clock.InRealTime(Timeout));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, Cancellation.Token);
        try
        {
            return Get(url, either.Token);
        }
        catch (OperationCanceledException) when (!Cancellation.Token.IsCancellationRequested)
        {
            throw Web.TimedOut(url, Timeout);
        }
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose() => _client.Dispose();

    private string Get(string url, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Options.Set(Web.TimeoutOption, Timeout);
        using var response = _client.Send(request, cancellation);
        response.EnsureSuccessStatusCode();
        using var text = new StreamReader(response.Content.ReadAsStream(cancellation));
        return text.ReadToEnd();
    }
}
