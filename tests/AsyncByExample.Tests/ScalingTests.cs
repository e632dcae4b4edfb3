using System.Collections;
using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Tests;

/// <summary>
/// Twice as many tasks allocate at most about twice as much. Bytes are the same in each run; how time grows is told by
/// the benchmarks.
/// </summary>
public class ScalingTests
{
    private const int N = 4000;

    public static TheoryData<string> Workloads => [.. Works.Keys];

    private static readonly Dictionary<string, Action<int>> Works = new(StringComparer.Ordinal)
    {
        ["n sleepers on the event loop"] = n => Await(() => Task.WhenAll(Each(n, _ => SleepAsync(1)))),
        ["n sleepers that wake up in another order"] = n => Await(() => Task.WhenAll(Each(n, i => SleepAsync(n - i)))),
        ["n timers that are stopped"] = n =>
        {
            var loop = new EventLoop(Clock.Virtual());
            foreach (var timer in Each(n, i => loop.CallLater(TimeSpan.FromSeconds(n - i), () => { })))
                timer.Dispose();
        },
        ["n tasks that end in a Cooperator"] = n =>
            React(reactor =>
            {
                var cooperator = new Cooperator(reactor);
                return new DeferredList(Each(n, i => cooperator.Coiterate(Steps(i % 3))));
            }),
        ["n tasks that are stopped in a Cooperator"] = n =>
            React(reactor =>
            {
                var cooperator = new Cooperator(reactor);
                var tasks = Each(n, _ => cooperator.Cooperate(Steps(1000)).WhenDone());
                cooperator.Stop();
                return new DeferredList(tasks, consumeErrors: true);
            }),
        ["a DeferredList of n"] = n =>
            React(reactor => new DeferredList(Each(n, i => Defer.DeferLater(reactor, i % 7, () => i)))),
        ["a DeferredList of n that is cancelled"] = n =>
            React(reactor =>
            {
                var all = new DeferredList(
                    Each(n, i => Defer.DeferLater(reactor, i % 7, () => i)),
                    consumeErrors: true
                );
                all.Cancel();
                return all;
            }),
        ["n tasks on a timeline, and its pictures"] = n =>
        {
            var run = Await(() => Task.WhenAll(Each(n, i => OnLaneAsync($"Task {i}"))));
            _ = (TimelineChart.Of(run), ElapsedChart.Of(run), Summary.Of(run));
        },
    };

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Twice_as_many_allocate_at_most_about_twice_the_bytes(string workload)
    {
        var work = Works[workload];
        work(N); // What is made once is made here.
        var (single, twice) = (Allocated(() => work(N)), Allocated(() => work(2 * N)));
        ((double)twice / single).ShouldBeLessThan(2.5, customMessage: workload);
    }

    private static T[] Each<T>(int n, Func<int, T> make) => [.. Enumerable.Range(0, n).Select(make)];

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Run Await(Func<Task> main) => Record(() => EventLoop.Run(main));

    private static void React(Func<Reactor, Deferred> start) =>
        Record(() =>
        {
            var reactor = new Reactor();
            reactor.CallWhenRunning(() => new DeferredList([start(reactor)]).AddBoth((_, _) => reactor.Stop()));
            reactor.Run();
        });

    private static Run Record(Action main) =>
        Recorder.Record("scaling", Clock.Virtual(), LowerBound.NoWaiting([0]), main);

    private static IEnumerator Steps(int count)
    {
        for (var i = 0; i < count; i++)
            yield return null;
    }

    private static Task SleepAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Clock.Current);

    private static async Task OnLaneAsync(string task)
    {
        using var et = ElapsedTime.Start(task, 1);
        Console.WriteLine(task);
        await SleepAsync(1);
    }
}
