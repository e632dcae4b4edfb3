using AsyncByExample.Clocks;
using AsyncByExample.Recording;
using CsCheck;

namespace AsyncByExample.Tests;

/// <summary>The loop that notebook 4 grows before its reader's eyes.</summary>
public class OwnLoopTests
{
    [Fact]
    public void It_prints_for_every_queue_what_the_library_s_loop_prints() =>
        Gen.Int[0, 6]
            .Array[0, 6]
            .Sample(
                work =>
                    Lesson
                        .OwnLoop.Record(work)
                        .Timeline.Lines.Select(line => line.Text)
                        .SequenceEqual(Lesson.AsyncAwait.Record(work).Timeline.Lines.Select(line => line.Text)),
                iter: 60,
                threads: 1
            );

    [Fact]
    public void A_task_that_yields_a_time_is_drawn_as_waiting_until_then_and_ready_from_then_on()
    {
        var run = Recorder.Record(
            "x",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
            {
                var task = Sleeper().OnLane("Task One");
                task.MoveNext();
                AsyncByExample.Clocks.Thread.Sleep(3000);
                task.MoveNext();
            }
        );
        run.Timeline.Lanes[0]
            .Intervals.Select(interval => (interval.State, interval.From.TotalSeconds, interval.To.TotalSeconds))
            .ShouldBe([(TaskState.Waiting, 0, 1), (TaskState.Ready, 1, 3)]);
    }

    private static System.Collections.IEnumerator Sleeper()
    {
        yield return TimeSpan.FromSeconds(1);
    }
}
