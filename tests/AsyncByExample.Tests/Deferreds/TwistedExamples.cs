using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.Recording;
using WorkQueue = System.Collections.Generic.Queue<string>;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>The article's examples 7 and 8 on the library, as the notebooks have them.</summary>
internal static class TwistedExamples
{
    public static readonly Sites Sites = new(
        new Site("google", "http://google.com", 0.3),
        new Site("yahoo", "http://yahoo.com", 0.5),
        new Site("linkedin", "http://linkedin.com", 0.2),
        new Site("shutterfly", "http://shutterfly.com", 0.8),
        new Site("mypublisher", "http://mypublisher.com", 0.4),
        new Site("facebook", "http://facebook.com", 0.6)
    );

    public static Run InlineCallbacks(Sites sites, Clock clock) =>
        Record(
            "7 inline callbacks",
            sites,
            clock,
            (reactor, web, workQueue) =>
                new DeferredList([
                    Defer.DeferLater(reactor, 0, () => Defer.InlineCallbacks(MyTask("One", workQueue, web))),
                    Defer.DeferLater(reactor, 0, () => Defer.InlineCallbacks(MyTask("Two", workQueue, web))),
                ]).AddCallback(_ => reactor.Stop())
        );

    public static Run Callbacks(Sites sites, Clock clock) =>
        Record(
            "8 callbacks",
            sites,
            clock,
            (reactor, web, workQueue) =>
            {
                var coop = new Cooperator(reactor);
                new DeferredList([
                    coop.Coiterate(MyTaskWithCallbacks("One", workQueue, web)),
                    coop.Coiterate(MyTaskWithCallbacks("Two", workQueue, web)),
                ]).AddCallback(_ => reactor.Stop());
            }
        );

    private static IEnumerator<Deferred> MyTask(string name, WorkQueue workQueue, Web web)
    {
        while (workQueue.TryDequeue(out var url))
        {
            Console.WriteLine($"Task {name} getting URL: {url}");
            using var et = ElapsedTime.Start($"Task {name}", url);
            yield return web.GetPage(url);
            Console.WriteLine($"Task {name} got URL: {url}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static IEnumerator<Deferred> MyTaskWithCallbacks(string name, WorkQueue workQueue, Web web)
    {
        while (workQueue.TryDequeue(out var url))
        {
            Console.WriteLine($"Task {name} getting URL: {url}");
            var et = ElapsedTime.Start($"Task {name}", url);
            var d = web.GetPage(url);
            d.AddCallback(_ => SuccessCallback(name, url, et));
            yield return d;
        }
    }

    private static void SuccessCallback(string name, string url, ElapsedTime et)
    {
        Console.WriteLine($"Task {name} got URL: {url}");
        Console.WriteLine($"Task {name} total elapsed time: {et}");
        et.Dispose();
    }

    private static Run Record(string example, Sites sites, Clock clock, Action<Reactor, Web, WorkQueue> start)
    {
        using var web = sites.Open(clock);
        return Recorder.Record(
            example,
            clock,
            LowerBound.TwoWorkers(sites.Latencies(sites.Urls)),
            () =>
            {
                var et = ElapsedTime.Start();
                var reactor = new Reactor();
                start(reactor, web, new WorkQueue(sites.Urls));
                reactor.Run();
                Console.WriteLine();
                Console.WriteLine($"Total elapsed time: {et}");
            }
        );
    }
}
