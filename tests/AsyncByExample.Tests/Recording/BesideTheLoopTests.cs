using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using AsyncByExample.Tests.Clocks;

namespace AsyncByExample.Tests.Recording;

/// <summary>Work on another thread than the loop's, and a loop whose thread is free.</summary>
public class BesideTheLoopTests
{
    [Fact]
    public void Work_that_a_thread_of_the_pool_does_is_drawn_as_running_on_a_lane_of_its_own()
    {
        var (loop, pool) = (0, 0);
        var run = Record(
            Clock.Real(speed: 1000),
            async () =>
            {
                loop = Environment.CurrentManagedThreadId;
                await Task.Run(Compute);
            }
        );
        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Intervals.Select(interval => (interval.State, interval.Thread)).ShouldBe([(TaskState.Running, pool)]);
        pool.ShouldNotBe(loop);
        lane.LeftLoopAt.ShouldBeNull("nobody has left: it was sent there");

        void Compute()
        {
            using var et = ElapsedTime.Start("Task One", 2500);
            pool = Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public void A_task_that_waits_for_such_work_waits_meanwhile_on_its_own_lane()
    {
        var run = Record(
            Clock.Real(speed: 1000),
            async () =>
            {
                using var et = ElapsedTime.Start("Task One", 1);
                await Task.Run(() =>
                {
                    using var work = ElapsedTime.Start("pool", 1);
                });
            }
        );
        run.Timeline.Lanes.Select(lane => lane.Name).ShouldBe(["Task One", "pool"]);
        run.Timeline.Lanes[1].Intervals.ShouldAllBe(interval => interval.State == TaskState.Running);
    }

    [Fact]
    public void Nobody_is_ready_while_nobody_holds_the_loop_however_late_its_thread_is_woken()
    {
        var clock = new ManualClock { LateBy = 2, OwnShare = 1 };
        var run = Record(
            clock,
            async () =>
            {
                using var et = ElapsedTime.Start("Task One", 1);
                await Task.Delay(TimeSpan.FromSeconds(1), clock);
            }
        );
        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Intervals.Select(interval => (interval.State, interval.To))
            .ShouldBe([(TaskState.Waiting, TimeSpan.FromSeconds(3))]);
    }

    private static Run Record(Clock clock, Func<Task> main) =>
        Recorder.Record("test", clock, LowerBound.NoWaiting([]), () => EventLoop.Run(main));
}
