using System.Collections;
using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>
/// Runs each kind of example once, in virtual time and unseen: the first run that a reader sees should show the
/// example's times, not those of the just-in-time compiler.
/// </summary>
internal static class WarmUp
{
    private static readonly int[] Work = [1, 1];

    public static void Run()
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            foreach (var main in new Action[] { Iterators, Greenlets, Awaits })
                _ = ChartHtml.Of(
                    TimelineChart.Of(Recorder.Record("warm-up", Clock.Virtual(), LowerBound.TwoWorkers(Work), main))
                );
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    private static void Iterators()
    {
        for (var task = Steps().OnLane("Task One"); task.MoveNext(); ) { }
    }

    private static IEnumerator Steps()
    {
        using var et = ElapsedTime.Start("Task One", 1);
        Clocks.Thread.Sleep(1000);
        yield return null;
        Console.WriteLine($"elapsed time: {et}");
    }

    private static void Greenlets()
    {
        var workQueue = new Greenlets.Queue<int>(Work);
        Greenlet.JoinAll([Greenlet.Spawn(Sleep, "Task One", workQueue), Greenlet.Spawn(Sleep, "Task Two", workQueue)]);
    }

    private static void Sleep(string name, Greenlets.Queue<int> workQueue)
    {
        workQueue.TryDequeue(out var count);
        using var et = ElapsedTime.Start(name, count);
        AsyncByExample.Greenlets.Thread.Sleep(1000);
    }

    private static void Awaits() => EventLoop.Run(() => Task.WhenAll(SleepAsync("Task One"), SleepAsync("Task Two")));

    private static async Task SleepAsync(string name)
    {
        using var et = ElapsedTime.Start(name, 1);
        await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current);
    }
}
