using System.Net;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>Answers requests as a test says, and notes them.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public StubHandler(Func<string, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request.RequestUri!.OriginalString))) { }

    public List<string> Asked { get; } = [];

    public static HttpResponseMessage Page(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text) };

    public static HttpResponseMessage Moved(string to) =>
        new(HttpStatusCode.MovedPermanently) { Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) } };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Asked.Add(request.RequestUri!.OriginalString);
        return answer(request, cancellationToken);
    }
}
