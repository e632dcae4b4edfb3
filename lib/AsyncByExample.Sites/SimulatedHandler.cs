using System.Net.Http.Headers;
using System.Net.Sockets;
using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

/// <summary>Plays the sites without a network. See <see cref="Sites.Simulated"/>.</summary>
internal sealed class SimulatedHandler(Sites sites, Clock clock) : HttpMessageHandler
{
    private readonly FirstVisits _visits = new();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var timeout = request.Options.TryGetValue(Clocks.HttpClient.TimeoutOption, out var time)
            ? time
            : (TimeSpan?)null;
        var answer = AnswerAsync(request, new BlockingWait(clock, timeout, cancellationToken));
#pragma warning disable VSTHRD002 // It is complete: it has blocked already.
        return answer.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, new AsyncWait(clock, cancellationToken));

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, SimulatedWait wait)
    {
        var site = sites.Find(request.RequestUri)!;
        await ConnectAsync(site, wait).ConfigureAwait(false);
        await wait.ForAsync(site.LatencyTime).ConfigureAwait(false);
        var answer = SiteAnswer.To(site, request.RequestUri!.AbsolutePath, _visits.IsFirst(site));
        if (answer.Location is not null)
        {
            // As a real handler does, it asks again where the page is now.
            request.RequestUri = new Uri(answer.Location);
            return await AnswerAsync(request, wait).ConfigureAwait(false);
        }
        return Response(request, answer, new SimulatedBody(site, answer, clock, wait));
    }

    private static async ValueTask ConnectAsync(Site site, SimulatedWait wait)
    {
        if (site.Fault == SiteFault.NeverAnswers)
            await wait.ForAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        if (site.Fault != SiteFault.ClosedPort)
            return;
        await wait.ForAsync(TimeSpan.Zero).ConfigureAwait(false);
        var refused = new SocketException((int)SocketError.ConnectionRefused);
        var uri = new Uri(site.Url);
        throw new HttpRequestException(
            HttpRequestError.ConnectionError,
            FormattableString.Invariant($"{refused.Message} ({uri.Host}:{uri.Port})"),
            refused
        );
    }

    private static HttpResponseMessage Response(HttpRequestMessage request, SiteAnswer answer, Stream body) =>
        new(answer.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(body)
            {
                Headers =
                {
                    ContentType = MediaTypeHeaderValue.Parse(SiteAnswer.ContentType),
                    ContentLength = answer.Body.Length,
                },
            },
        };
}
