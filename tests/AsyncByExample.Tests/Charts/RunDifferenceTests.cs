using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using Plotly.NET;

namespace AsyncByExample.Tests.Charts;

public class RunDifferenceTests
{
    private static readonly Run Waiting = Lesson.Greenlets.Record([15, 10, 5, 2]);

    [Fact]
    public void Another_number_in_the_queue_is_named_and_so_is_what_the_last_task_did() =>
        Words(Lesson.Greenlets.Record([12, 10, 5, 2]), Waiting)
            .ShouldBe(
                "2.0 s less than the run before: the tasks take 12 instead of 15. Task Two ends last with 10 and 5; before, Task One did with 15 and 2."
            );

    [Fact]
    public void An_item_that_is_gone_and_an_item_that_is_new_are_named()
    {
        Words(Lesson.Greenlets.Record([15, 10, 5]), Waiting)
            .ShouldStartWith("2.0 s less than the run before: the tasks no longer take 2.");
        Words(Waiting, Lesson.Greenlets.Record([15, 10, 5]))
            .ShouldStartWith("2.0 s more than the run before: the tasks also take 2.");
    }

    [Fact]
    public void The_same_items_in_another_order_are_said_to_be_that() =>
        Words(Lesson.Greenlets.Record([2, 5, 10, 15]), Waiting)
            .ShouldBe(
                "3.0 s more than the run before: the same items in another order. Task Two ends last with 5 and 15; before, Task One did with 15 and 2."
            );

    [Fact]
    public void A_whole_other_queue_is_counted() =>
        Words(Lesson.Greenlets.Record([1, 3, 4, 6]), Waiting)
            .ShouldStartWith("8.0 s less than the run before: the tasks take other work. Task Two ends last");

    [Fact]
    public void Waits_that_no_longer_block_are_the_reason_and_so_are_those_that_do_now()
    {
        var blocking = Lesson.BlockingSleep.Record([15, 10, 5, 2]);
        Words(Waiting, blocking)
            .ShouldBe(
                "15.0 s less than the run before: the tasks wait at the same time now, and nobody holds the thread meanwhile."
            );
        Words(blocking, Waiting)
            .ShouldBe(
                "15.0 s more than the run before: a task holds the thread now while it waits, and the others cannot use it."
            );
    }

    [Fact]
    public void Examples_that_count_are_compared_in_lines()
    {
        var three = Lesson.Cooperative.Record([3, 2, 1]);
        Words(Lesson.Cooperative.Record([3, 2]), three).ShouldStartWith("2 lines less than in the run before:");
        Words(Lesson.Cooperative.Record([1, 2, 3]), three)
            .ShouldStartWith("As many lines as in the run before: the same items in another order.");
        Words(Lesson.Synchronous.Record([3, 2, 1]), three).ShouldContain("the same items in another order");
    }

    [Fact]
    public void The_same_run_again_is_no_difference_and_draws_nothing()
    {
        var again = Lesson.Greenlets.Record([15, 10, 5, 2]);
        RunDifference.Of(again, Waiting).ShouldBeNull();
        var picture = TimelineChart.Of(again, before: Waiting);
        picture.Note.ShouldBeEmpty();
        Figure(picture).ShouldBe(Figure(TimelineChart.Of(again)));
        picture.Table.ShouldBe(TimelineChart.Of(again).Table);
    }

    [Fact]
    public void A_run_of_a_busy_machine_is_not_compared_without_a_word()
    {
        var late = Waiting with { Timeline = Waiting.Timeline with { Late = Waiting.Total } };
        Words(late, Waiting).ShouldBe("This machine was busy during this run: the two times are not compared.");
        Words(Waiting, late).ShouldBe("This machine was busy during the run before: the two times are not compared.");
    }

    [Fact]
    public void A_run_that_was_stopped_is_not_compared() =>
        Words(Waiting with { IsStopped = true }, Waiting)
            .ShouldBe("This run was stopped: it is not compared with the run before.");

    [Fact]
    public void A_run_read_in_another_unit_is_not_compared() =>
        RunDifference.Of(Waiting with { Unit = TimeUnit.Minutes }, Waiting).ShouldBeNull();

    [Fact]
    public void The_run_before_stands_pale_below_each_lane_of_the_new_one() =>
        Approval.Of(TimelineChart.Of(Lesson.Greenlets.Record([2, 1]), before: Lesson.Greenlets.Record([3, 2, 1])));

    [Fact]
    public void Counting_has_a_run_before_it_too()
    {
        var picture = TimelineChart.Of(Lesson.Cooperative.Record([2, 1]), before: Lesson.Cooperative.Record([3, 2, 1]));
        Figure(picture).ShouldContain("\"text\":\"before\"");
        picture.Table.ShouldContain("before 9 lines: Task One 3; Task Two 2 1");
        picture.Table.ShouldEndWith(picture.Note + "\n");
    }

    [Fact]
    public void A_task_that_only_the_run_before_had_has_a_row_for_it()
    {
        var picture = TimelineChart.Of(Sleep("Task One"), before: Sleep("Task One", "Task Two"));
        Figure(picture).ShouldContain("\"ticktext\":[\"Task One \",\"Task Two \"]");
    }

    [Fact]
    public void The_axis_goes_on_to_the_end_of_the_longer_one()
    {
        var picture = TimelineChart.Of(Lesson.Greenlets.Record([1]), before: Waiting);
        Figure(picture).ShouldContain("before 17.0 s");
        Figure(picture).ShouldContain("\"article seconds\"");
    }

    private static Run Sleep(params string[] tasks) =>
        Recorder.Record(
            "test",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
                EventLoop.Run(() =>
                    Task.WhenAll(
                        tasks.Select(
                            async (task, i) =>
                            {
                                using var et = ElapsedTime.Start(task, i + 1);
                                await Task.Delay(TimeSpan.FromSeconds(i + 1), Clock.Current);
                            }
                        )
                    )
                )
        );

    private static string Words(Run run, Run before) => RunDifference.Of(run, before)!.Words;

    private static string Figure(Picture picture) => GenericChart.toFigureJson(picture.Figure);
}
