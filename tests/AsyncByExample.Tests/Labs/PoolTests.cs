using AsyncByExample.Labs.Pool;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Labs;

public class PoolTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_task_is_done_and_the_pool_is_left_as_it_was()
    {
        var (before, done) = (Limits(), 0);
        var run = await PoolTest.RecordAsync(
            "tasks",
            8,
            () =>
            {
                Interlocked.Increment(ref done);
                return Task.CompletedTask;
            },
            Second
        );
        done.ShouldBe(8);
        run.Timeline.Lanes.Select(lane => lane.Name).ShouldBe(Enumerable.Range(1, 8).Select(i => $"Task {i}"));
        run.Timeline.Lanes.ShouldAllBe(lane => lane.Intervals[0].State == TaskState.Ready);
        Limits().ShouldBe(before);
    }

    [Fact]
    public async Task The_pool_is_left_as_it_was_after_a_failure_too()
    {
        var before = Limits();
        await Should.ThrowAsync<InvalidOperationException>(() =>
            PoolTest.RecordAsync("tasks", 1, () => throw new InvalidOperationException(), Second)
        );
        Limits().ShouldBe(before);
    }

    [Fact]
    public void Who_had_no_thread_at_first_and_how_the_pool_grew_is_told_from_the_run() =>
        PoolSummary
            .Of(OnThreads((0, 1), (0, 2), (1, 1), (1.5, 3)))
            .Sentences.ShouldBe([
                "4 tasks took 2.5 s; side by side it would be 1.0 s.",
                "It began with 2 threads. The pool added 1, the last one after 1.5 s.",
                "Task 4 waited longest for a thread: 1.5 s.",
            ]);

    [Fact]
    public void Where_all_had_a_thread_nobody_is_said_to_have_waited() =>
        PoolSummary
            .Of(OnThreads((0, 1), (0, 2)))
            .Sentences.ShouldBe([
                "2 tasks took 1.0 s; side by side it would be 1.0 s.",
                "They ran on 2 threads, and nobody had to wait for one.",
            ]);

    private static (int, int) Limits()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return (least, most);
    }

    // Tasks that block for a second, each from so many seconds on and on that thread.
    private static Run OnThreads(params (double From, int Thread)[] tasks)
    {
        var lanes = tasks.Select(
            (task, i) =>
            {
                var from = Second * task.From;
                return new LaneTimeline(
                    $"Task {i + 1}",
                    [
                        .. from > TimeSpan.Zero
                            ? [new Interval(TaskState.Ready, TimeSpan.Zero, from, 0, 0, Source: null)]
                            : Array.Empty<Interval>(),
                        new Interval(TaskState.Blocking, from, from + Second, task.Thread, 1, Source: null),
                    ],
                    [],
                    FirstLine: 0
                );
            }
        );
        var total = Second * (tasks.Max(task => task.From) + 1);
        return new Run(
            "pool",
            "a clock",
            new LowerBound(Second, "all side by side"),
            new Timeline([.. lanes], [], total),
            TimeUnit.RealTime
        );
    }
}
