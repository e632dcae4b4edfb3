using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using WorkQueue = System.Collections.Generic.Queue<int>;

namespace AsyncByExample.Bench;

/// <summary>
/// The article's example 4 at its own pace, n times: two tasks take 15, 10, 5 and 2 from a queue and sleep as many
/// seconds, one at a time.
/// </summary>
internal static class Example4
{
    public static Benchmark Benchmark { get; } =
        new(
            "ex4",
            [
                .. Contender.WithRecorder("loop", Loop).Select(Unhurried),
                .. Contender.WithRecorder("greenlet", Hub).Select(Unhurried),
            ]
        )
        {
            Ideal = n => n * TimeSpan.FromSeconds(17),
        };

    // The compiler sees it in virtual time: 17 seconds are long to warm up.
    private static Contender Unhurried(Contender contender) =>
        contender with
        {
            Run = it =>
            {
                if (it.IsWarmUp)
                    Contender.Record(Clock.Virtual(), () => contender.Run(it));
                else
                    contender.Run(it);
            },
        };

    private static void Loop(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var work = NewQueue();
            EventLoop.Run(() => Task.WhenAll(SleepAsync("Task One", work), SleepAsync("Task Two", work)));
        }
    }

    private static void Hub(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var work = NewQueue();
            Greenlet.JoinAll([Greenlet.Spawn(Sleep, "Task One", work), Greenlet.Spawn(Sleep, "Task Two", work)]);
        }
    }

    private static WorkQueue NewQueue() => new([15, 10, 5, 2]);

    private static async Task SleepAsync(string name, WorkQueue work)
    {
        while (work.TryDequeue(out var count))
        {
            using var et = ElapsedTime.Start(name, count);
            for (var i = 0; i < count; i++)
                await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current);
        }
    }

    private static void Sleep(string name, WorkQueue work)
    {
        while (work.TryDequeue(out var count))
        {
            using var et = ElapsedTime.Start(name, count);
            for (var i = 0; i < count; i++)
                AsyncByExample.Greenlets.Thread.Sleep(1000);
        }
    }
}
