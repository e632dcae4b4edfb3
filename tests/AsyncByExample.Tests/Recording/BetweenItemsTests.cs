using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;
using Blocking = AsyncByExample.Clocks.Thread;
using Cooperative = AsyncByExample.Greenlets.Thread;

namespace AsyncByExample.Tests.Recording;

/// <summary>What a task is drawn as from the end of one of its items to the start of the next.</summary>
public class BetweenItemsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_program_that_never_awaits_runs_between_two_items()
    {
        var run = Recorder.Record(
            "test",
            Clock.Real(speed: 1),
            LowerBound.NoWaiting([]),
            () =>
            {
                for (var item = 0; item < 100; item++)
                    Work("Task One");
            }
        );

        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Items.Count.ShouldBe(100);
        lane.Intervals.ShouldAllBe(interval => interval.State == TaskState.Running);
    }

    [Fact]
    public void A_task_on_an_event_loop_runs_between_two_items_unless_it_awaits_there()
    {
        var run = Recorder.Record(
            "test",
            Clock.Real(speed: 1),
            LowerBound.NoWaiting([]),
            () =>
                EventLoop.Run(async () =>
                {
                    Work("Task One");
                    Work("Task One");
                    // Not a delay: that may be over before it is awaited, and is no waiting then.
                    await Task.Yield();
                    Work("Task One");
                })
        );

        run.Timeline.Lanes[0].Intervals.Count(interval => interval.State == TaskState.Waiting).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_on_the_thread_pool_that_awaits_between_two_items_waits_there()
    {
        var run = await Recorder.RecordAsync(
            "test",
            Clock.Real(speed: 1),
            LowerBound.NoWaiting([]),
            async () =>
            {
                for (var item = 0; item < 5; item++)
                {
                    Work("Task One");
                    await Task.Yield();
                }
            }
        );

        run.Timeline.Lanes[0].Intervals.Count(interval => interval.State == TaskState.Waiting).ShouldBe(4);
    }

    [Fact]
    public void A_greenlet_that_sleeps_between_two_items_waits_there()
    {
        var run = Recorder.Record(
            "test",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
                Greenlet.JoinAll([
                    Greenlet.Spawn(() =>
                    {
                        Work("Task One");
                        Cooperative.Sleep(1000);
                        Work("Task One");
                    }),
                ])
        );

        run.Timeline.Lanes[0].In(TaskState.Waiting).ShouldBe(Second);
        run.Timeline.Lanes[0].In(TaskState.Running).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void While_its_thread_runs_another_task_a_task_does_not_run()
    {
        var run = Recorder.Record(
            "test",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
            {
                Work("Task One");
                using (ElapsedTime.Start("Task Two", 1))
                    Blocking.Sleep(1000);
                Work("Task One");
            }
        );

        run.Timeline.Lanes[0].In(TaskState.Running).ShouldBe(TimeSpan.Zero);
    }

    private static void Work(string task)
    {
        using var et = ElapsedTime.Start(task, 1);
    }
}
