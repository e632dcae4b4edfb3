using System.Collections;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests;

/// <summary>The article's examples 5 and 6 on the library and simulated sites, with latencies of which no two sums tie.</summary>
internal static class ArticleHttpExamples
{
    public static readonly Sites Sites = new(
        new Site("google", "http://google.com", 0.3),
        new Site("yahoo", "http://yahoo.com", 0.5),
        new Site("linkedin", "http://linkedin.com", 0.21),
        new Site("shutterfly", "http://shutterfly.com", 0.8),
        new Site("mypublisher", "http://mypublisher.com", 0.4),
        new Site("facebook", "http://facebook.com", 0.6)
    );

    public static Run Blocking(Sites sites)
    {
        var clock = Clock.Virtual();
        using var web = sites.Simulated(clock);
        using var client = new AsyncByExample.Clocks.HttpClient(web.Handler);
        return Recorder.Record(
            "5 blocking HTTP",
            clock,
            LowerBound.OneThread(sites.Latencies(sites.Urls)),
            () =>
            {
                var workQueue = new System.Collections.Generic.Queue<string>(sites.Urls);
                var et = ElapsedTime.Start();
                List<IEnumerator> tasks =
                [
                    Turns("One", workQueue, client).OnLane("Task One"),
                    Turns("Two", workQueue, client).OnLane("Task Two"),
                ];
                while (tasks.Count > 0)
                    tasks.RemoveAll(task => !task.MoveNext());
                PrintTotal(et);
            }
        );
    }

    public static Run Greenlets(Sites sites)
    {
        var clock = Clock.Virtual();
        using var web = sites.Simulated(clock);
        using var client = new AsyncByExample.Greenlets.HttpClient(web.Handler);
        return Recorder.Record(
            "6 greenlets HTTP",
            clock,
            LowerBound.TwoWorkers(sites.Latencies(sites.Urls)),
            () =>
            {
                var workQueue = new AsyncByExample.Greenlets.Queue<string>(sites.Urls);
                var et = ElapsedTime.Start();
                Greenlet.JoinAll(
                    new[] { "One", "Two" }.Select(name => Greenlet.Spawn(() => Task(name, workQueue, client)))
                );
                PrintTotal(et);
            }
        );
    }

    public static Run AsyncAwait(Sites sites)
    {
        var clock = Clock.Virtual();
        using var web = sites.Simulated(clock);
        using var client = new System.Net.Http.HttpClient(web.Handler);
        return Recorder.Record(
            "6 with async/await",
            clock,
            LowerBound.TwoWorkers(sites.Latencies(sites.Urls)),
            () =>
            {
                var workQueue = new System.Collections.Generic.Queue<string>(sites.Urls);
                var et = ElapsedTime.Start();
                EventLoop.Run(() =>
                    System.Threading.Tasks.Task.WhenAll(
                        TaskAsync("One", workQueue, client),
                        TaskAsync("Two", workQueue, client)
                    )
                );
                PrintTotal(et);
            }
        );
    }

    private static IEnumerator Turns(
        string name,
        System.Collections.Generic.Queue<string> workQueue,
        AsyncByExample.Clocks.HttpClient client
    )
    {
        while (workQueue.TryDequeue(out var url))
        {
            Console.WriteLine($"Task {name} getting URL: {url}");
            using var et = ElapsedTime.Start($"Task {name}", url);
            client.GetString(url);
            Console.WriteLine($"Task {name} got URL: {url}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
            yield return null;
        }
    }

    private static void Task(
        string name,
        AsyncByExample.Greenlets.Queue<string> workQueue,
        AsyncByExample.Greenlets.HttpClient client
    )
    {
        while (workQueue.TryDequeue(out var url))
        {
            Console.WriteLine($"Task {name} getting URL: {url}");
            using var et = ElapsedTime.Start($"Task {name}", url);
            client.GetString(url);
            Console.WriteLine($"Task {name} got URL: {url}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static async Task TaskAsync(
        string name,
        System.Collections.Generic.Queue<string> workQueue,
        System.Net.Http.HttpClient client
    )
    {
        while (workQueue.TryDequeue(out var url))
        {
            Console.WriteLine($"Task {name} getting URL: {url}");
            using var et = ElapsedTime.Start($"Task {name}", url);
            await client.GetStringAsync(url);
            Console.WriteLine($"Task {name} got URL: {url}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static void PrintTotal(ElapsedTime et)
    {
        Console.WriteLine();
        Console.WriteLine($"Total elapsed time: {et}");
    }
}
