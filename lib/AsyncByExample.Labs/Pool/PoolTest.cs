using AsyncByExample.Clocks;

namespace AsyncByExample.Labs.Pool;

/// <summary>Shows how the thread pool serves many tasks that are started at once.</summary>
public static class PoolTest
{
    /// <summary>
    /// Starts tasks with <c>Task.Run</c>, on a pool that is as small as when a program starts, and records them in real
    /// time: each is ready until it has a thread.
    /// </summary>
    /// <param name="example">The example's name, as charts show it.</param>
    /// <param name="tasks">How many.</param>
    /// <param name="task">What each of them does.</param>
    /// <param name="takes">How long each of them takes by itself.</param>
    /// <exception cref="OperationCanceledException">The reader has stopped it.</exception>
    public static async Task<Run> RecordAsync(string example, int tasks, Func<Task> task, TimeSpan takes)
    {
        using var pool = new SmallPool();
        return await Recorder.RecordAsync(
            example,
            Clock.Real(speed: 1),
            new LowerBound(takes, "all side by side"),
            () => StartAsync(tasks, task),
            TimeUnit.RealTime
        );
    }

    private static Task StartAsync(int tasks, Func<Task> task)
    {
        List<string> names = [.. Enumerable.Range(1, tasks).Select(i => FormattableString.Invariant($"Task {i}"))];
        foreach (var name in names)
            Recorder.Current?.Announce(name);
        return Task.WhenAll(names.Select(name => Task.Run(() => RunAsync(name, task))));
    }

    private static async Task RunAsync(string name, Func<Task> task)
    {
        using var lane = Recorder.Lane(name);
        await task();
    }
}
