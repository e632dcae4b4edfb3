using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using Nito.AsyncEx;

namespace AsyncByExample.Bench;

/// <summary>n tasks that all sleep for one second, side by side.</summary>
internal static class Sleep
{
    private const int MostThreads = 10_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static Benchmark Benchmark { get; } =
        new(
            "sleep",
            [
                .. Contender.WithRecorder("loop", n => EventLoop.Run(() => AllAsync(n, Clock.Current))),
                .. Contender.WithRecorder("inlinecallbacks", Reactors),
                .. Contender.WithRecorder("greenlet", Greenlets, MostThreads),
                Contender.OfThreadPool("threadpool", n => AllAsync(n, TimeProvider.System)),
                Contender.Of("nito", n => AsyncContext.Run(() => AllAsync(n, TimeProvider.System))),
            ]
        )
        {
            Ideal = _ => Second,
        };

    private static Task AllAsync(int n, TimeProvider clock)
    {
        var sleepers = new Task[n];
        for (var i = 0; i < n; i++)
            sleepers[i] = Task.Delay(Second, clock);
        return Task.WhenAll(sleepers);
    }

    private static void Reactors(int n)
    {
        var reactor = new Reactor();
        new DeferredList(
            Enumerable.Range(0, n).Select(_ => Defer.DeferLater(reactor, Second, static () => { }))
        ).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static void Greenlets(int n) =>
        Greenlet.JoinAll([.. Enumerable.Range(0, n).Select(_ => Greenlet.Spawn(static () => Greenlet.Sleep(Second)))]);
}
