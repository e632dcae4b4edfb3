using System.Net;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>Answers requests as a test says.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public StubHandler(Func<string, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request.RequestUri!.OriginalString))) { }

    public static HttpResponseMessage Page(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text) };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => answer(request, cancellationToken);
}
