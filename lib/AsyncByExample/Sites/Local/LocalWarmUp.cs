using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>
/// Asks each site a few times before the reader does, in each way that a reader can: what is seen should be the sites'
/// latencies, not the just-in-time compiler and the first connection.
/// </summary>
internal static class LocalWarmUp
{
    private const int Rounds = 3;

    public static async Task RunAsync(Web web, IReadOnlyList<string> urls)
    {
        if (urls.Count == 0)
            return;
        using var client = new System.Net.Http.HttpClient(web.Handler);
        // Two connections to each site are open from here on: a task never has to wait for one.
        for (var round = 0; round < Rounds; round++)
            await Task.WhenAll(urls.Concat(urls).Select(url => client.GetStringAsync(url)));
        // On the reader's clock, which may be a fast one, the first request could be too late for its timeout.
        var unhurried = Clock.Real(speed: 1);
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            var bound = LowerBound.NoWaiting([]);
            for (var round = 0; round < Rounds; round++)
            {
                Recorder.Record("warm-up", unhurried, bound, () => InEachWay(web, client, urls[0]));
                await Recorder.RecordAsync("warm-up", unhurried, bound, () => PoolWarmUp.RunAsync(client, urls[0]));
            }
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    private static void InEachWay(Web web, System.Net.Http.HttpClient client, string url)
    {
        using var blocking = new Clocks.HttpClient(web.Handler);
        using var cooperative = new Greenlets.HttpClient(web.Handler);
        blocking.GetString(url);
        Greenlet.JoinAll([Greenlet.Spawn(() => cooperative.GetString(url))]);
        EventLoop.Run(() => GetAsync(client, url));
        DeferredWarmUp.Run(web, url);
    }

    private static async Task GetAsync(System.Net.Http.HttpClient client, string url)
    {
        using var et = ElapsedTime.Start("Task One", url);
        await client.GetStringAsync(url);
    }
}
