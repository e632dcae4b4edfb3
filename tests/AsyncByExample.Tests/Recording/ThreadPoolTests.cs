using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Notebook;
using AsyncByExample.Recording;
using Plotly.NET;

namespace AsyncByExample.Tests.Recording;

/// <summary>Examples that run as a program's async Main does: on the thread pool.</summary>
public sealed class ThreadPoolTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _reader = new();

    public void Dispose()
    {
        Recorder.Host = new ExampleHost();
        _reader.Dispose();
    }

    [Fact]
    public async Task In_real_time_an_example_runs_on_the_thread_pool_and_not_on_a_loop()
    {
        var (isPool, loop) = (false, (EventLoop?)null);
        await RecordAsync(
            Fast(),
            async () =>
            {
                await Task.Yield();
                (isPool, loop) = (System.Threading.Thread.CurrentThread.IsThreadPoolThread, EventLoop.Current);
            }
        );
        (isPool, loop).ShouldBe((true, null));
    }

    [Fact]
    public async Task Two_tasks_can_hold_a_thread_each_at_the_same_time()
    {
        var run = await RecordAsync(Fast(), TogetherAsync);
        var (one, two) = (Held(run.Timeline.Lanes[0]), Held(run.Timeline.Lanes[1]));
        one.Thread.ShouldNotBe(two.Thread);
        one.From.ShouldBeLessThan(two.To);
        two.From.ShouldBeLessThan(one.To);
    }

    [Fact]
    public async Task The_picture_names_the_threads()
    {
        var run = await RecordAsync(Fast(), TogetherAsync);
        var figure = GenericChart.toFigureJson(TimelineChart.Of(run, TimelineAxis.Seconds).Figure);
        foreach (var lane in run.Timeline.Lanes)
            figure.ShouldContain($" on thread {Held(lane).Thread}<br>from");
    }

    [Fact]
    public void Threads_that_were_held_are_counted_in_the_summary()
    {
        var sentences = Summary.Of(OnThreads(TaskState.Blocking, TaskState.Waiting)).Sentences;
        sentences.ShouldContain(
            "2 threads were held for 2.0 s: 0 s of work, and 2.0 s of blocking, in which they could have run somebody else."
        );
        sentences.ShouldContain("Task 1 held a thread longest without letting go: 1.0 s.");
    }

    [Fact]
    public void Threads_that_worked_are_counted_in_the_summary() =>
        Summary
            .Of(OnThreads(TaskState.Running, TaskState.Waiting))
            .Sentences.ShouldContain(
                "The tasks waited 2.0 s in all, side by side, without holding a thread. Their work, 2.0 s in all, was done by 2 threads."
            );

    [Fact]
    public async Task A_task_that_waits_holds_no_thread()
    {
        var answer = new TaskCompletionSource();
        var run = await RecordAsync(
            Fast(),
            async () =>
            {
                var task = AskAsync();
                answer.SetResult();
                await task;
            }
        );
        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Items.ShouldHaveSingleItem().To.ShouldNotBeNull();
        lane.Intervals.Select(interval => interval.State)
            .ShouldBe([TaskState.Running, TaskState.Waiting, TaskState.Running]);

        async Task AskAsync()
        {
            using var et = ElapsedTime.Start("Task One", 1);
#pragma warning disable VSTHRD003 // It is completed by the example itself.
            await answer.Task;
#pragma warning restore VSTHRD003
        }
    }

    [Fact]
    public async Task In_virtual_time_it_runs_on_a_loop_and_takes_exactly_its_time()
    {
        var clock = Clock.Virtual();
        var run = await RecordAsync(
            clock,
            () => Task.WhenAll(WaitAsync("Task One", clock), WaitAsync("Task Two", clock))
        );
        run.Total.ShouldBe(Second);
        run.Timeline.In(TaskState.Waiting).ShouldBe(Second * 2);
    }

    [Fact]
    public async Task Parallel_ForEachAsync_stays_on_the_loop_of_virtual_time_and_keeps_to_its_limit()
    {
        var clock = Clock.Virtual();
        var run = await RecordAsync(
            clock,
            async () =>
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = 2, TaskScheduler = EventLoop.Scheduler };
                await Parallel.ForEachAsync(
                    ["a", "b", "c"],
                    options,
                    async (name, _) =>
                    {
                        EventLoop.Current.ShouldNotBeNull();
                        await WaitAsync(name, clock);
                    }
                );
            }
        );
        run.Timeline.Lanes.Select(lane => (lane.Name, lane.Items[0].From, lane.Items[0].To))
            .ShouldBe([("a", TimeSpan.Zero, Second), ("b", TimeSpan.Zero, Second), ("c", Second, Second * 2)]);
    }

    [Fact]
    public void Outside_a_loop_tasks_are_scheduled_on_the_thread_pool() =>
        EventLoop.Scheduler.ShouldBe(TaskScheduler.Default);

    [Fact]
    public async Task A_wait_of_virtual_time_that_left_the_loop_says_how_it_is_kept_there()
    {
        var clock = Clock.Virtual();
        var problem = await Should.ThrowAsync<InvalidOperationException>(() =>
            RecordAsync(
                clock,
                () => Parallel.ForEachAsync(["a"], async (_, cancel) => await Task.Delay(Second, clock, cancel))
            )
        );
        problem.Message.ShouldEndWith("give Parallel.ForEachAsync the option TaskScheduler = EventLoop.Scheduler");
    }

    [Fact]
    public async Task What_it_throws_comes_out_and_the_console_is_put_back()
    {
        var output = Console.Out;
        var problem = await Should.ThrowAsync<InvalidOperationException>(() =>
            RecordAsync(
                Fast(),
                async () =>
                {
                    await Task.Yield();
                    throw new InvalidOperationException("boom");
                }
            )
        );
        problem.Message.ShouldBe("boom");
        Console.Out.ShouldBeSameAs(output);
        Clock.Current.ShouldBe(RealClock.ArticlePace);
    }

    [Fact]
    public async Task A_reader_who_stops_it_need_not_wait_for_what_never_comes()
    {
        Recorder.Host = new NotebookHost(() => _reader.Token, show: null);
        var run = await RecordAsync(
            Fast(),
            async () =>
            {
                await _reader.CancelAsync();
                await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
            }
        );
        run.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_stopped_example_still_waits_for_does_not_come()
    {
        var clock = Fast();
        var stopped = new TaskCompletionSource();
        Recorder.Host = new NotebookHost(() => _reader.Token, show: null);
        await RecordAsync(
            clock,
            async () =>
            {
                clock.CreateTimer(_ => stopped.SetResult(), null, Second, Timeout.InfiniteTimeSpan);
                await _reader.CancelAsync();
            }
        );
        await Task.Delay(Second * 2, clock, TestContext.Current.CancellationToken);
        stopped.Task.IsCompleted.ShouldBeFalse();
    }

    private static Clock Fast() => Clock.Real(speed: 1000);

    private static Task<Run> RecordAsync(Clock clock, Func<Task> main) =>
        Recorder.RecordAsync("example", clock, LowerBound.NoWaiting([]), main);

    // Two tasks on a thread each, in these states for a second each.
    private static Run OnThreads(params TaskState[] states)
    {
        var lanes = new[] { 1, 2 }.Select(thread => new LaneTimeline(
            $"Task {thread}",
            [
                .. states.Select(
                    (state, i) => new Interval(state, Second * i, Second * (i + 1), thread, i, Source: null)
                ),
            ],
            [],
            FirstLine: 0
        ));
        return new Run("example", "a clock", LowerBound.NoWaiting([]), new Timeline([.. lanes], [], Second * 2));
    }

    private static async Task WaitAsync(string name, Clock clock)
    {
        using var et = ElapsedTime.Start(name, 1);
        await Task.Delay(Second, clock);
    }

    // Both are there before either goes on.
    private static async Task TogetherAsync()
    {
        using var both = new Barrier(participantCount: 2);
        await Task.WhenAll(Task.Run(() => Meet("Task One")), Task.Run(() => Meet("Task Two")));

        void Meet(string name)
        {
            using var et = ElapsedTime.Start(name, 1);
            both.SignalAndWait(TestContext.Current.CancellationToken);
            both.SignalAndWait(TestContext.Current.CancellationToken);
        }
    }

    private static Interval Held(LaneTimeline lane) =>
        lane.Intervals.Where(interval => interval.HoldsThread).ShouldHaveSingleItem();
}
