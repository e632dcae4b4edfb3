using System.Collections;
using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Recording;
using CsCheck;

namespace AsyncByExample.Tests.Recording;

public class LongRunTests
{
    private static readonly int[] Switches = [100_000, 200_000, 400_000];

    [Fact]
    public void However_often_the_tasks_take_turns_what_is_kept_does_not_grow() =>
        Switches
            .Select(switches => TakeTurns(switches).Timeline.Lanes.Sum(lane => lane.Intervals.Count))
            .ShouldAllBe(kept => kept <= 20_000);

    [Fact]
    public void The_time_that_a_task_spent_in_each_state_stays_exact()
    {
        var timeline = TakeTurns(100_000).Timeline;
        timeline.Resolution.ShouldBeGreaterThan(TimeSpan.Zero);
        foreach (var lane in timeline.Lanes)
        {
            // Each turn takes a millisecond, in which the other task is ready.
            lane.In(TaskState.Blocking).ShouldBe(TimeSpan.FromSeconds(50));
            lane.In(TaskState.Ready).TotalSeconds.ShouldBe(50, tolerance: 0.01);
            lane.Intervals.Zip(lane.Intervals.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
        }
    }

    [Fact]
    public void A_picture_of_it_says_what_was_drawn_together()
    {
        var run = TakeTurns(100_000);
        TimelineChart.Of(run).Title.ShouldContain("what one task did within");
        TimelineChart.Of(TakeTurns(100)).Title.ShouldNotContain("what one task did within");
    }

    [Fact]
    public void A_hold_that_is_longer_than_the_resolution_is_still_found()
    {
        var stall = TakeTurns(100_000, longTurn: 77_777).LongestStall.ShouldNotBeNull();
        (stall.Task, stall.Duration).ShouldBe(("Two", TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Of_printed_lines_the_first_are_kept_and_the_picture_counts_the_others()
    {
        var run = Record(() =>
        {
            for (var i = 0; i < 20_010; i++)
                Console.WriteLine(i);
        });
        run.Timeline.Lines.Count.ShouldBe(20_000);
        run.Timeline.Lines[^1].Text.ShouldBe("19999");
        TimelineChart.Of(run).Title.ShouldContain("without the last 10 lines");
        ElapsedChart.Of(run).Title.ShouldContain("without the last 10 lines");
    }

    [Fact]
    public void Of_items_of_work_the_first_are_kept_and_the_picture_counts_the_others()
    {
        var run = Record(() =>
        {
            for (var i = 0; i < 20_003; i++)
                ElapsedTime.Start("One", i).Dispose();
        });
        run.Timeline.Lanes[0].Items.Count.ShouldBe(20_000);
        TimelineChart.Of(run).Title.ShouldContain("without the last 3 items");
    }

    [Fact]
    public void Coarsening_keeps_the_time_of_each_state_and_leaves_neither_gaps_nor_overlaps() =>
        Gen.Select(Gen.Select(Gen.Enum<TaskState>(), Gen.Int[1, 30]).Array[1, 50], Gen.Int[1, 40])
            .Sample(
                (stretches, window) =>
                {
                    var before = Intervals(stretches);
                    var after = before.ToList();
                    Coarsening.Apply(after, new TimeSpan(window));
                    after.Count.ShouldBeLessThanOrEqualTo(before.Count);
                    (after[0].From, after[^1].To).ShouldBe((before[0].From, before[^1].To));
                    after.Zip(after.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
                    foreach (var state in Enum.GetValues<TaskState>())
                        Time(after, state).ShouldBe(Time(before, state));
                    before.Where(interval => interval.Duration.Ticks > window).ShouldBeSubsetOf(after);
                }
            );

    private static long Time(List<Interval> intervals, TaskState state) =>
        intervals.Where(interval => interval.State == state).Sum(interval => interval.Duration.Ticks);

    private static List<Interval> Intervals((TaskState State, int Ticks)[] stretches)
    {
        var intervals = new List<Interval>();
        foreach (var (turn, (state, ticks)) in stretches.Index())
        {
            var from = intervals.Count > 0 ? intervals[^1].To : TimeSpan.Zero;
            intervals.Add(new Interval(state, from, from + new TimeSpan(ticks), Thread: 1, turn, Source: null));
        }
        return intervals;
    }

    // Two tasks that hold the thread for a millisecond each, in turns, and once for five seconds.
    private static Run TakeTurns(int switches, int longTurn = -1) =>
        Record(() =>
        {
            List<IEnumerator> tasks = [Steps(0).OnLane("One"), Steps(1).OnLane("Two")];
            while (tasks.Count > 0)
                tasks.RemoveAll(task => !task.MoveNext());

            IEnumerator Steps(int first)
            {
                for (var turn = first; turn < switches; turn += 2)
                {
                    AsyncByExample.Clocks.Thread.Sleep(turn == longTurn ? 5000 : 1);
                    yield return null;
                }
            }
        });

    private static Run Record(Action main) => Recorder.Record("test", Clock.Virtual(), LowerBound.NoWaiting([0]), main);
}
