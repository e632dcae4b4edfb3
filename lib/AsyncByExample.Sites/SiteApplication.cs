using System.Diagnostics;
using AsyncByExample.Clocks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace AsyncByExample.Sites;

/// <summary>What the server does with a request: it finds the site by the Host header, waits, and answers.</summary>
internal sealed class SiteApplication(Sites sites, RealClock clock) : IHttpApplication<SiteRequest>
{
    private readonly Dictionary<string, Site> _sites = sites.ToDictionary(
        SiteRules.HostOf,
        StringComparer.OrdinalIgnoreCase
    );

    private readonly FirstVisits _visits = new();

    /// <summary>While the server is warmed up, every site is well and answers at once.</summary>
    public bool TakesTime { get; set; }

    public SiteRequest CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

    public void DisposeContext(SiteRequest context, Exception? exception) { }

    public async Task ProcessRequestAsync(SiteRequest context)
    {
        var arrived = Stopwatch.GetTimestamp();
        if (!_sites.TryGetValue(context.Host, out var site))
            context.DoNotKnowHost();
        else if (TakesTime)
            await PlayAsync(site, context, arrived, _visits.IsFirst(site));
        else
            await PlayAsync(site with { Latency = 0, Fault = SiteFault.None }, context, arrived, isFirst: true);
    }

    private async Task PlayAsync(Site site, SiteRequest request, long arrived, bool isFirst)
    {
        if (site.Fault == SiteFault.NeverAnswers)
            await Task.Delay(Timeout.Infinite, request.Aborted);
        var answer = SiteAnswer.To(site, request.Path, isFirst);
        var latency = (long)(clock.InRealTime(site.LatencyTime).TotalSeconds * Stopwatch.Frequency);
        await Latency.UntilAsync(arrived + latency, request.Aborted);
        request.Start(answer);
        if (site.Fault == SiteFault.SlowBody)
            await SendSlowlyAsync(answer, request, arrived, latency);
        else if (site.Fault == SiteFault.CutConnection)
            await request.SendHalfAsync(answer);
        else
            await request.SendAsync(answer.Body);
    }

    private static async Task SendSlowlyAsync(SiteAnswer answer, SiteRequest request, long arrived, long latency)
    {
        for (var piece = 0; piece < SiteAnswer.Pieces; piece++)
        {
            await Latency.UntilAsync(arrived + (piece + 1) * latency, request.Aborted);
            await request.SendAsync(answer.Piece(piece));
        }
    }
}
