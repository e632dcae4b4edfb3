using System.Collections;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;
using Thread = AsyncByExample.Greenlets.Thread;

namespace AsyncByExample.Tests;

/// <summary>The article's examples 1 to 4 on the library, as the notebooks have them.</summary>
internal static class ArticleExamples
{
    public static readonly int[] Work = [15, 10, 5, 2];

    public static Run Synchronous(int[] work, Clock clock) =>
        Recorder.Record(
            "1 synchronous",
            clock,
            LowerBound.NoWaiting(work),
            () =>
            {
                var workQueue = new System.Collections.Generic.Queue<int>(work);
                foreach (var name in new[] { "One", "Two" })
                {
                    using var lane = Recorder.Lane($"Task {name}");
                    if (workQueue.Count == 0)
                        Console.WriteLine($"Task {name} nothing to do");
                    while (workQueue.TryDequeue(out var count))
                    {
                        for (var x = 0; x < count; x++)
                            Console.WriteLine($"Task {name} running");
                        Console.WriteLine($"Task {name} total: {count}");
                    }
                }
            }
        );

    public static Run Cooperative(int[] work, Clock clock) =>
        Recorder.Record("2 cooperative", clock, LowerBound.NoWaiting(work), () => RunTheTasks(work, sleep: false));

    public static Run CooperativeBlocking(int[] work, Clock clock) =>
        Recorder.Record(
            "3 blocking sleep",
            clock,
            LowerBound.OneThread(work),
            () =>
            {
                var et = ElapsedTime.Start();
                RunTheTasks(work, sleep: true);
                PrintTotal(et);
            }
        );

    public static Run Greenlets(int[] work, Clock clock) =>
        Recorder.Record(
            "4 greenlets",
            clock,
            LowerBound.TwoWorkers(work),
            () =>
            {
                var workQueue = new AsyncByExample.Greenlets.Queue<int>(work);
                var et = ElapsedTime.Start();
                Greenlet.JoinAll([Greenlet.Spawn(Task, "One", workQueue), Greenlet.Spawn(Task, "Two", workQueue)]);
                PrintTotal(et);
            }
        );

    public static Run AsyncAwait(int[] work, Clock clock) =>
        Recorder.Record(
            "4 with async/await",
            clock,
            LowerBound.TwoWorkers(work),
            () =>
            {
                var workQueue = new System.Collections.Generic.Queue<int>(work);
                var et = ElapsedTime.Start();
                EventLoop.Run(() =>
                    System.Threading.Tasks.Task.WhenAll(
                        TaskAsync("One", workQueue, clock),
                        TaskAsync("Two", workQueue, clock)
                    )
                );
                PrintTotal(et);
            }
        );

    private static void RunTheTasks(int[] work, bool sleep)
    {
        var workQueue = new System.Collections.Generic.Queue<int>(work);
        List<IEnumerator> tasks =
        [
            Turns("One", workQueue, sleep).OnLane("Task One"),
            Turns("Two", workQueue, sleep).OnLane("Task Two"),
        ];
        while (tasks.Count > 0)
            tasks.RemoveAll(task => !task.MoveNext());
    }

    private static IEnumerator Turns(string name, System.Collections.Generic.Queue<int> workQueue, bool sleep)
    {
        while (workQueue.TryDequeue(out var count))
        {
            using var et = ElapsedTime.Start($"Task {name}", count);
            for (var x = 0; x < count; x++)
            {
                Console.WriteLine($"Task {name} running");
                if (sleep)
                    Thread.Sleep(1000);
                yield return null;
            }
            Console.WriteLine($"Task {name} total: {count}");
            if (sleep)
                Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static void Task(string name, AsyncByExample.Greenlets.Queue<int> workQueue)
    {
        while (workQueue.TryDequeue(out var count))
        {
            using var et = ElapsedTime.Start($"Task {name}", count);
            for (var x = 0; x < count; x++)
            {
                Console.WriteLine($"Task {name} running");
                Thread.Sleep(1000);
            }
            Console.WriteLine($"Task {name} total: {count}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static async Task TaskAsync(string name, System.Collections.Generic.Queue<int> workQueue, Clock clock)
    {
        while (workQueue.TryDequeue(out var count))
        {
            using var et = ElapsedTime.Start($"Task {name}", count);
            for (var x = 0; x < count; x++)
            {
                Console.WriteLine($"Task {name} running");
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(1), clock);
            }
            Console.WriteLine($"Task {name} total: {count}");
            Console.WriteLine($"Task {name} total elapsed time: {et}");
        }
    }

    private static void PrintTotal(ElapsedTime et)
    {
        Console.WriteLine();
        Console.WriteLine($"Total elapsed time: {et}");
    }
}
