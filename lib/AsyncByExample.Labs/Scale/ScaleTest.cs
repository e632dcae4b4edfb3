using System.Diagnostics;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Labs.Scale;

/// <summary>Measures what tasks cost, from two to as many as the reader asks for.</summary>
public sealed class ScaleTest
{
    private const int MostTasks = 1_000_000;
    private const int MostThreads = 4_000;
    private static readonly int[] Counts = [2, 10, 100, 1000, 10_000, 100_000];

    private readonly IReadOnlyList<int> _counts;

    /// <summary>A test with 2, 10, 100, 1000 tasks and so on, up to <paramref name="n"/>.</summary>
    /// <exception cref="ArgumentException">There are no tasks, or too many.</exception>
    public ScaleTest(int n)
    {
        Check("n", "tasks", n, MostTasks);
        _counts = CountsTo(n);
    }

    /// <summary>
    /// Runs tasks that sleep for a second on an event loop, and prints a line for each number of them. The memory is
    /// weighed in virtual time, when all sleep; the time is taken in real time.
    /// </summary>
    /// <param name="system">The system's name, as charts show it.</param>
    /// <param name="main">Starts so many tasks; its result completes when all are done.</param>
    /// <exception cref="OperationCanceledException">The reader has stopped it.</exception>
    public CostCurve Run(string system, Func<int, Task> main) =>
        new(system, [.. _counts.Select(count => Printed(Cost(main, count), "tasks"))], CostOrigin.Measured);

    /// <summary>Runs threads that sleep for a second, and prints a line for each number of them.</summary>
    /// <param name="system">The system's name, as charts show it.</param>
    /// <param name="main">Starts so many threads, and returns when all have ended.</param>
    /// <param name="threads">How many at most.</param>
    /// <exception cref="ArgumentException">There are no threads, or too many.</exception>
    public static CostCurve RunThreads(string system, Action<int> main, int threads)
    {
        Check("threads", "threads", threads, MostThreads);
        int[] counts = threads >= 20 ? [threads / 10, threads] : [threads];
        return new(system, [.. counts.Select(count => Printed(Cost(main, count), "threads"))], CostOrigin.Measured);
    }

    internal static IReadOnlyList<int> CountsTo(int n) => [.. Counts.Where(count => count < n), n];

    private static TaskCost Cost(Func<int, Task> main, int count)
    {
        // First the memory: what there is to compile is compiled then.
        var bytes = 0.0;
        OnLoop(
            Clock.Virtual(),
            async () =>
            {
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var all = main(count);
                bytes = Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - before);
                await all;
            }
        );
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        OnLoop(Clock.Real(speed: 1), () => main(count));
        return new TaskCost(count, Stopwatch.GetElapsedTime(start).TotalSeconds, bytes / count);
    }

    private static TaskCost Cost(Action<int> main, int count)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        main(count);
        return new TaskCost(count, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void OnLoop(Clock clock, Func<Task> main)
    {
        var (before, stop) = (Clock.Current, Cancellation.Token);
        try
        {
            Clock.Current = clock;
            Cancellation.Token = Recorder.Host.StopRequested();
            EventLoop.Run(main);
        }
        finally
        {
            Clock.Current = before;
            Cancellation.Token = stop;
        }
    }

    private static TaskCost Printed(TaskCost cost, string what)
    {
        var bytes = cost.BytesPerTask is { } each ? FormattableString.Invariant($", {each:#,0} bytes each") : "";
        Console.WriteLine(FormattableString.Invariant($"{cost.Tasks, 9:#,0} {what}: {cost.Seconds:0.000} s{bytes}"));
        return cost;
    }

    private static void Check(string knob, string what, int number, int most)
    {
        if (number < 1 || number > most)
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{knob} is {number}, and this test takes from 1 to {most:#,0} {what}: change the knob called {knob}"
                )
            );
    }
}
