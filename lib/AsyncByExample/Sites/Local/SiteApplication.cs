using System.Diagnostics;
using AsyncByExample.Clocks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace AsyncByExample;

/// <summary>What the server does with a request: it finds the site by the Host header, waits, and answers.</summary>
internal sealed class SiteApplication(Sites sites, RealClock clock, LatencyTimer timer, Arrivals arrivals)
    : IHttpApplication<IFeatureCollection>
{
    private readonly Dictionary<string, (Site Site, byte[] Body)> _sites = sites.ToDictionary(
        SiteRules.HostOf,
        site => (site, SiteBody.Of(site)),
        StringComparer.Ordinal
    );

    /// <summary>While the server is warmed up, every site is well and answers at once.</summary>
    public bool TakesTime { get; set; }

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var arrived = arrivals.LastOf(context.GetRequiredFeature<IHttpConnectionFeature>().RemotePort);
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var (site, body) = _sites[request.Headers.Host.ToString()];
        var latency = TakesTime ? clock.RealTime(TimeSpan.FromSeconds(site.Latency)) : TimeSpan.Zero;
        var aborted = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        await timer.WaitUntilAsync(arrived + (long)(latency.TotalSeconds * Stopwatch.Frequency), aborted);
        await AnswerAsync(context, body, aborted);
    }

    private static async Task AnswerAsync(IFeatureCollection context, byte[] body, CancellationToken aborted)
    {
        var headers = context.GetRequiredFeature<IHttpResponseFeature>().Headers;
        (headers.ContentType, headers.ContentLength) = (SiteBody.ContentType, body.Length);
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body, aborted);
    }
}
