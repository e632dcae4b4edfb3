using System.Collections;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;

namespace AsyncByExample.Bench;

/// <summary>Two tasks that hand the thread to each other, n times in all.</summary>
internal static class Switch
{
    /// <summary>The library's schedulers, each as it is and with the recorder on.</summary>
    public static IReadOnlyList<Contender> Library { get; } =
    [
        .. Contender.WithRecorder("iterator", n => Iterators(n - n / 2, n / 2)),
        .. Contender.WithRecorder("loop", n => EventLoop.Run(() => BothAsync(YieldAsync, n))),
        .. Contender.WithRecorder("cooperator", n => Cooperate(n - n / 2, n / 2)),
        .. Contender.WithRecorder("inlinecallbacks", n => InlineCallbacks(n - n / 2, n / 2)),
        .. Contender.WithRecorder("greenlet", n => Greenlets(n - n / 2, n / 2)),
    ];

    public static Benchmark Benchmark { get; } =
        new("switch", [.. Library, .. SwitchElsewhere.Systems]) { WarmUpItems = 100_000 };

    private static Task BothAsync(Func<string, int, Task> task, int n) =>
        Task.WhenAll(task("One", n - n / 2), task("Two", n / 2));

    // The loop of the article's example 2.
    private static void Iterators(int one, int two)
    {
        List<IEnumerator> tasks = [Steps(one).OnLane("One"), Steps(two).OnLane("Two")];
        while (tasks.Count > 0)
            tasks.RemoveAll(static task => !task.MoveNext());
    }

    private static IEnumerator Steps(int count)
    {
        for (var i = 0; i < count; i++)
            yield return null;
    }

    private static async Task YieldAsync(string name, int count)
    {
        using var et = ElapsedTime.Start(name, count);
        for (var i = 0; i < count; i++)
            await Task.Yield();
    }

    private static void Cooperate(int one, int two)
    {
        var reactor = new Reactor();
        var cooperator = new Cooperator(reactor);
        new DeferredList([
            cooperator.Coiterate(Steps(one).OnLane("One")),
            cooperator.Coiterate(Steps(two).OnLane("Two")),
        ]).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static void InlineCallbacks(int one, int two)
    {
        var reactor = new Reactor();
        reactor.CallWhenRunning(() =>
            new DeferredList([
                Defer.InlineCallbacks(Ticks(reactor, "One", one)),
                Defer.InlineCallbacks(Ticks(reactor, "Two", two)),
            ]).AddCallback(_ => reactor.Stop())
        );
        reactor.Run();
    }

    private static IEnumerator<Deferred> Ticks(Reactor reactor, string name, int count)
    {
        using var et = ElapsedTime.Start(name, count);
        for (var i = 0; i < count; i++)
            yield return Defer.DeferLater(reactor, 0, static () => { });
    }

    private static void Greenlets(int one, int two) =>
        Greenlet.JoinAll([Greenlet.Spawn(Yields, "One", one), Greenlet.Spawn(Yields, "Two", two)]);

    private static void Yields(string name, int count)
    {
        using var et = ElapsedTime.Start(name, count);
        for (var i = 0; i < count; i++)
            Greenlet.Yield();
    }
}
