using System.Collections;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using Nito.AsyncEx;

namespace AsyncByExample.Bench;

/// <summary>n tasks are started, have a turn each, and are waited for.</summary>
internal static class Spawn
{
    public static Benchmark Benchmark { get; } =
        new(
            "spawn",
            [
                Contender.Of("iterator", Iterators),
                .. Contender.WithRecorder("loop", n => EventLoop.Run(() => AllAsync(n))),
                .. Contender.WithRecorder("inlinecallbacks", Reactors),
                .. Contender.WithRecorder("greenlet", Greenlets),
                Contender.OfThreadPool("threadpool", AllAsync),
                Contender.Of("nito", n => AsyncContext.Run(() => AllAsync(n))),
            ]
        )
        {
            WarmUpItems = 10_000,
        };

    private static void Iterators(int n)
    {
        List<IEnumerator> tasks = [.. Enumerable.Range(0, n).Select(_ => OneTurn())];
        while (tasks.Count > 0)
            tasks.RemoveAll(static task => !task.MoveNext());
    }

    private static IEnumerator OneTurn()
    {
        yield return null;
    }

    private static Task AllAsync(int n)
    {
        var tasks = new Task[n];
        for (var i = 0; i < n; i++)
            tasks[i] = OneTurnAsync();
        return Task.WhenAll(tasks);
    }

    private static async Task OneTurnAsync() => await Task.Yield();

    private static void Reactors(int n)
    {
        var reactor = new Reactor();
        new DeferredList(
            Enumerable.Range(0, n).Select(_ => Defer.DeferLater(reactor, 0, static () => { }))
        ).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static void Greenlets(int n) =>
        Greenlet.JoinAll([.. Enumerable.Range(0, n).Select(_ => Greenlet.Spawn(static () => { }))]);
}
