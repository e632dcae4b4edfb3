using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;
using CsCheck;
using Blocking = AsyncByExample.Clocks.Thread;
using Cooperative = AsyncByExample.Greenlets.Thread;

namespace AsyncByExample.Tests.Recording;

public class TimelineTests
{
    [Fact]
    public void In_example_3_one_task_blocks_while_the_other_is_ready()
    {
        var lanes = Lesson.BlockingSleep.Record([2, 1]).Timeline.Lanes;
        Text(lanes[0]).ShouldBe("Blocking 0-1, Ready 1-2, Blocking 2-3");
        Text(lanes[1]).ShouldBe("Ready 0-1, Blocking 1-2, Ready 2-3");
    }

    [Fact]
    public void In_example_4_both_tasks_wait_and_nobody_blocks()
    {
        var lanes = Lesson.Greenlets.Record([2, 1]).Timeline.Lanes;
        Text(lanes[0]).ShouldBe("Waiting 0-1, Waiting 1-2");
        Text(lanes[1]).ShouldBe("Waiting 0-1");
    }

    [Fact]
    public void A_task_whose_timer_is_due_while_another_one_blocks_is_ready_from_then_on()
    {
        var run = Record(async clock =>
        {
            var waiter = WaitAsync("Task One", 1, clock);
            using (ElapsedTime.Start("Task Two", 3))
                Blocking.Sleep(3000);
            await waiter;
        });
        Text(run.Timeline.Lanes[0]).ShouldBe("Waiting 0-1, Ready 1-3");
        Text(run.Timeline.Lanes[1]).ShouldBe("Blocking 0-3");
    }

    [Fact]
    public void A_task_that_never_finishes_its_item_waits_to_the_end()
    {
        var run = Record(async clock =>
        {
            _ = WaitAsync("Task One", 100, clock);
            await WaitAsync("Task Two", 4, clock);
        });
        Text(run.Timeline.Lanes[0]).ShouldBe("Waiting 0-4");
        run.Timeline.Lanes[0].Items.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Fact]
    public void A_printed_line_belongs_to_the_task_that_printed_it()
    {
        var run = Record(async clock =>
        {
            Console.WriteLine("program");
            using var et = ElapsedTime.Start("Task One", 1);
            Console.Write("task ");
            await Task.Delay(TimeSpan.FromSeconds(1), clock);
            Console.WriteLine("one");
        });
        run.Timeline.Lines.Select(line => $"{line.At.TotalSeconds} {line.Lane}: {line.Text}")
            .ShouldBe(["0 : program", "1 Task One: task one"]);
    }

    [Fact]
    public void The_longest_stall_names_the_line_that_blocked()
    {
        var run = Record(clock =>
        {
            using var et = ElapsedTime.Start("Task One", 1);
            Blocking.Sleep(1000, "MyTask", "cell 6", 8);
            Blocking.Sleep(2000, "MyTask", "cell 6", 9);
            return Task.CompletedTask;
        });
        var stall = run.LongestStall.ShouldNotBeNull();
        (stall.Task, stall.Duration, $"{stall.Source}").ShouldBe(
            ("Task One", TimeSpan.FromSeconds(3), "MyTask, cell 6, line 9")
        );
    }

    [Fact]
    public void Where_a_task_computed_the_longest_stall_names_the_item_that_took_most_of_it()
    {
        var lane = new LaneTimeline(
            "Task One",
            [new Interval(TaskState.Running, Seconds(0), Seconds(3), Thread: 1, Turn: 0, Source: null)],
            [
                new WorkItem("short", Seconds(0.1), Seconds(1), 0, 0, new SourceLine("Short", "cell 6", 2)),
                new WorkItem("long", Seconds(1), Seconds(2.9), 0, 0, new SourceLine("Long", "cell 6", 8)),
            ],
            FirstLine: 0
        );
        var stall = Stall.LongestOf(new Timeline([lane], [], Seconds(3))).ShouldNotBeNull();
        $"{stall.Source}".ShouldBe("Long, cell 6, line 8");
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void What_an_example_throws_comes_out_and_the_console_is_put_back()
    {
        var output = Console.Out;
        Should
            .Throw<InvalidOperationException>(() => Record(_ => throw new InvalidOperationException("boom")))
            .Message.ShouldBe("boom");
        Console.Out.ShouldBeSameAs(output);
    }

    [Fact]
    public void States_of_a_task_neither_overlap_nor_leave_gaps_and_add_up_to_its_time() =>
        Programs.Sample(program =>
        {
            foreach (var lane in Run(program).Timeline.Lanes.Where(lane => lane.Intervals.Count > 0))
            {
                lane.Intervals.Zip(lane.Intervals.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
                lane.Intervals.ShouldAllBe(interval => interval.Duration > TimeSpan.Zero);
                Enum.GetValues<TaskState>().Sum(state => lane.In(state).Ticks).ShouldBe(lane.Elapsed.Ticks);
            }
        });

    [Fact]
    public void One_thread_is_never_held_by_two_tasks_at_once() =>
        Programs.Sample(program =>
        {
            var holds = Run(program)
                .Timeline.Lanes.SelectMany(lane => lane.Intervals)
                .Where(interval => interval.HoldsThread)
                .OrderBy(interval => interval.From)
                .GroupBy(interval => interval.Thread);
            foreach (var thread in holds)
                thread.Zip(thread.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From);
        });

    [Fact]
    public void No_state_reaches_beyond_the_total() =>
        Programs.Sample(program =>
        {
            var timeline = Run(program).Timeline;
            timeline.Lanes.SelectMany(lane => lane.Intervals).ShouldAllBe(interval => interval.To <= timeline.Total);
        });

    // For each task a style and its steps: how long it waits, and whether it blocks meanwhile.
    private static readonly Gen<(bool IsGreenlet, (int Seconds, bool Blocks)[] Steps)[]> Programs = Gen.Select(
        Gen.Bool,
        Gen.Select(Gen.Int[0, 3], Gen.Bool).Array[0, 5]
    ).Array[1, 4];

    private static Run Run((bool IsGreenlet, (int Seconds, bool Blocks)[] Steps)[] program) =>
        Record(clock =>
        {
            var awaits = program
                .Index()
                .Where(task => !task.Item.IsGreenlet)
                .Select(task => StepsAsync(task.Index, task.Item.Steps, clock));
            foreach (var (index, (isGreenlet, steps)) in program.Index())
                if (isGreenlet)
                    Greenlet.Spawn(() => Steps(index, steps));
            return Task.WhenAll([.. awaits, Task.Delay(TimeSpan.FromSeconds(100), clock)]);
        });

    private static void Steps(int index, (int Seconds, bool Blocks)[] steps)
    {
        using var et = ElapsedTime.Start($"Task {index}", steps.Length);
        foreach (var (seconds, blocks) in steps)
            if (blocks)
                Blocking.Sleep(seconds * 1000);
            else
                Cooperative.Sleep(seconds * 1000);
    }

    private static async Task StepsAsync(int index, (int Seconds, bool Blocks)[] steps, Clock clock)
    {
        using var et = ElapsedTime.Start($"Task {index}", steps.Length);
        foreach (var (seconds, blocks) in steps)
            if (blocks)
                Blocking.Sleep(seconds * 1000);
            else
                await Task.Delay(TimeSpan.FromSeconds(seconds), clock);
    }

    private static async Task WaitAsync(string task, int seconds, Clock clock)
    {
        using var et = ElapsedTime.Start(task, seconds);
        await Task.Delay(TimeSpan.FromSeconds(seconds), clock);
    }

    private static Run Record(Func<Clock, Task> main)
    {
        var clock = Clock.Virtual();
        return Recorder.Record("test", clock, LowerBound.NoWaiting([]), () => EventLoop.Run(() => main(clock)));
    }

    private static string Text(LaneTimeline lane) =>
        string.Join(
            ", ",
            lane.Intervals.Select(interval =>
                $"{interval.State} {interval.From.TotalSeconds}-{interval.To.TotalSeconds}"
            )
        );
}
