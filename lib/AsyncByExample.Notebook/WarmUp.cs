using System.Collections;
using System.Threading.Channels;
using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Sites;

namespace AsyncByExample.Notebook;

/// <summary>
/// Runs each kind of example before a reader's first one, unseen: what a reader sees should be the example's times, not
/// those of the just-in-time compiler and of the first connection.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 3;

    private static readonly LowerBound Bound = LowerBound.NoWaiting([]);

    /// <summary>The examples that sleep, in virtual time, and their pictures.</summary>
    public static void Run()
    {
        using var unseen = new Unseen();
        foreach (
            var example in Examples(
                    () => Clocks.Thread.Sleep(1000),
                    () => Greenlets.Thread.Sleep(1000),
                    () => Task.Delay(TimeSpan.FromSeconds(1), Clock.Current)
                )
                .Append(OnTimers)
        )
            _ = ChartHtml.Of(TimelineChart.Of(Recorder.Record("warm-up", Clock.Virtual(), Bound, example)));
    }

    /// <summary>The examples that get pages, from a server whose sites answer at once.</summary>
    public static async Task RunAsync(Web web, IReadOnlyList<string> urls)
    {
        if (urls.Count == 0)
            return;
        using var client = new System.Net.Http.HttpClient(web.Handler);
        // Two connections to each site are open from here on: a task never has to wait for one.
        for (var round = 0; round < Rounds; round++)
            await Task.WhenAll(urls.Concat(urls).Select(url => client.GetStringAsync(url)));
        using var unseen = new Unseen();
        await GetAsync(web, client, urls[0]);
    }

    private static async Task GetAsync(Web web, System.Net.Http.HttpClient client, string url)
    {
        using var blocking = new Clocks.HttpClient(web.Handler);
        using var cooperative = new Greenlets.HttpClient(web.Handler);
        Action[] examples =
        [
            .. Examples(
                () => blocking.GetString(url),
                () => cooperative.GetString(url),
                () => client.GetStringAsync(url)
            ),
            () => OnReactor(web, url),
        ];
        // On the reader's clock, which may be a fast one, the first request could be too late for its timeout.
        var unhurried = Clock.Real(speed: 1);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var example in examples)
                Recorder.Record("warm-up", unhurried, Bound, example);
            await Recorder.RecordAsync("warm-up", unhurried, Bound, () => OnThreadPoolAsync(client, url));
        }
    }

    private static Action[] Examples(Action blocks, Action letsGo, Func<Task> awaits) =>
        [
            () =>
            {
                for (var task = Iterator(blocks).OnLane("Task One"); task.MoveNext(); ) { }
            },
            () =>
                Greenlet.JoinAll([
                    Greenlet.Spawn(Cooperative, letsGo, new Greenlets.Queue<int>([1])),
                    Greenlet.Spawn(Cooperative, letsGo, new Greenlets.Queue<int>([1])),
                ]),
            () => EventLoop.Run(() => Task.WhenAll(AwaitsAsync(awaits), AwaitsAsync(awaits))),
        ];

    private static IEnumerator Iterator(Action blocks)
    {
        using var et = ElapsedTime.Start("Task One", 1);
        blocks();
        yield return null;
        Console.WriteLine($"elapsed time: {et}");
    }

    // As the loop of notebook 4 does it.
    private static void OnTimers()
    {
        var timers = new PriorityQueue<IEnumerator, (double Due, int Number)>();
        for (var number = 0; number < 2 * Rounds; number++)
            timers.Enqueue(Sleeping().OnLane("Task One"), (1, number));
        while (timers.TryPeek(out var task, out var first) && timers.Dequeue() == task)
            if (task.MoveNext() && task.Current is TimeSpan sleep)
                timers.Enqueue(task, (first.Due + sleep.TotalSeconds, first.Number));
    }

    private static IEnumerator Sleeping()
    {
        yield return TimeSpan.FromSeconds(1);
    }

    private static void Cooperative(Action letsGo, Greenlets.Queue<int> workQueue)
    {
        workQueue.TryDequeue(out var count);
        using var et = ElapsedTime.Start("Task One", count);
        letsGo();
    }

    private static async Task<string> AwaitsAsync(Func<Task> awaits)
    {
        using var et = ElapsedTime.Start("Task One", 1);
        await awaits();
        return $"elapsed time: {et}";
    }

    private static void OnReactor(Web web, string url)
    {
        var reactor = new Reactor();
        new DeferredList([
            Defer.DeferLater(reactor, 0, () => Defer.InlineCallbacks(Steps(web, url, "Task One"))),
            new Cooperator(reactor).Coiterate(Steps(web, url, "Task Two")),
        ]).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static IEnumerator<Deferred> Steps(Web web, string url, string task)
    {
        using var et = ElapsedTime.Start(task, url);
        var page = web.GetPage(url).AddErrback(_ => "");
        page.AddCallback(text => Console.WriteLine($"{text.Length} bytes, elapsed time: {et}"));
        yield return page;
    }

    private static async Task OnThreadPoolAsync(System.Net.Http.HttpClient client, string url)
    {
        var workQueue = Channel.CreateUnbounded<string>();
        await workQueue.Writer.WriteAsync(url);
        workQueue.Writer.Complete();
        await foreach (var next in workQueue.Reader.ReadAllAsync())
            await AwaitsAsync(() => client.GetStringAsync(next));
        await Parallel.ForEachAsync([url], async (next, _) => await AwaitsAsync(() => client.GetStringAsync(next)));
        await foreach (
            var page in Task.WhenEach(
                AwaitsAsync(() => client.GetStringAsync(url)),
                AwaitsAsync(() => client.GetStringAsync(url))
            )
        )
            Console.WriteLine(await page);
    }

    // Until it is disposed, nobody sees what is printed or how it grows.
    private sealed class Unseen : IDisposable
    {
        private readonly TextWriter _output = Console.Out;
        private readonly ExampleHost _host = Recorder.Host;

        public Unseen()
        {
            Console.SetOut(TextWriter.Null);
            Recorder.Host = new ExampleHost();
        }

        public void Dispose()
        {
            Console.SetOut(_output);
            Recorder.Host = _host;
        }
    }
}
