using System.Net;
using AsyncByExample.Clocks;

namespace AsyncByExample;

/// <summary>Plays the sites without a network. See <see cref="Sites.Simulated"/>.</summary>
internal sealed class SimulatedHandler(Sites sites, Clock clock) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var site = SiteOf(request);
        var latency = TimeSpan.FromSeconds(site.Latency);
        if (request.Options.TryGetValue(Web.TimeoutOption, out var timeout) && timeout < latency)
        {
            clock.Sleep(timeout);
            throw new OperationCanceledException();
        }
        clock.Sleep(latency);
        return Answer(site);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var site = SiteOf(request);
        await Task.Delay(TimeSpan.FromSeconds(site.Latency), clock, cancellationToken);
        return Answer(site);
    }

    private Site SiteOf(HttpRequestMessage request) => sites.SiteOf(request.RequestUri!.OriginalString);

    private static HttpResponseMessage Answer(Site site) =>
        new(HttpStatusCode.OK) { Content = new StringContent(new string('x', site.BodyBytes)) };
}
