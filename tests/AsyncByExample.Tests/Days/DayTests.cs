using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Labs.Days;
using AsyncByExample.Tests.Charts;

namespace AsyncByExample.Tests.Days;

public class DayTests
{
    [Fact]
    public void Nobody_who_calls_while_one_job_is_done_after_the_other_is_heard_before_their_end() =>
        Answers(SmallDay.Synchronous(3, 8))
            .ShouldBe(["call at 3 after 12, missed", "call at 8 after 8, missed", "washer after 0"]);

    [Fact]
    public void With_priorities_a_call_waits_for_the_end_of_a_page_and_for_nothing_else() =>
        Answers(SmallDay.WithPriorities(4, 7))
            .ShouldBe(["call at 4 after 1", "washer after 0", "call at 7 after 4, missed"]);

    [Fact]
    public void Who_asks_for_a_turn_is_ready_and_who_listens_for_a_bell_waits()
    {
        var children = SmallDay.WithPriorities(4).Timeline.Lanes.Single(lane => lane.Name == "Children");
        children
            .Intervals.Select(interval => $"{interval.State} {interval.From.TotalMinutes}-{interval.To.TotalMinutes}")
            .ShouldBe(["Waiting 0-4", "Ready 4-5", "Running 5-6"]);
    }

    [Fact]
    public void Who_stands_beside_a_bell_blocks_and_the_stall_finder_names_the_line()
    {
        var stall = SmallDay.Synchronous(60).LongestStall.ShouldNotBeNull();
        (stall.Task, stall.Source?.Member).ShouldBe(("Children", "Children"));
    }

    [Fact]
    public void A_bell_that_nobody_answers_is_missed_and_one_that_has_not_rung_yet_is_none()
    {
        var clock = Clock.Virtual();
        var run = Recorder.Record(
            "deaf",
            clock,
            LowerBound.NoWaiting([]),
            () =>
            {
                foreach (var minute in new[] { 1, 100 })
                    Bell.After(minute, "Children", $"call at {minute}", within: 2);
                clock.Sleep(TimeSpan.FromMinutes(10));
            },
            TimeUnit.Minutes
        );
        Answers(run).ShouldBe(["call at 1 after 9, missed"]);
        Summary.Of(run).Sentences.ShouldContain("Answered for Children: call at 1 never; 1 of 1 too late.");
    }

    [Fact]
    public void Who_takes_turns_learns_of_a_call_when_he_looks_and_each_look_takes_its_time()
    {
        var run = TakingTurns(look: 1);
        Answers(run).ShouldBe(["call at 7 after 4, missed"]);
        run.Timeline.Lanes.Single(lane => lane.Name == "Children")
            .Intervals.Select(interval => $"{interval.State} {interval.From.TotalMinutes}-{interval.To.TotalMinutes}")
            .ShouldBe(["Ready 0-5", "Ready 5-10", "Running 10-12"]);
        Answers(TakingTurns(look: 3)).ShouldBe(["call at 7 after 6, missed"]);

        static Run TakingTurns(int look) =>
            new Day(
                Clock.Virtual(),
                Job.InSteps("Checkbook", priority: 2, times: 3, minutes: 5),
                Job.Answering("Children", priority: 1, [7], within: 2, minutes: 1)
            ).TakingTurns(look);
    }

    [Fact]
    public void A_machine_starts_when_the_job_has_come_to_it_and_the_next_step_waits_for_it()
    {
        var laundry = new Job(
            "Laundry",
            priority: 1,
            JobStep.Work(5),
            JobStep.AfterMachine("washer", runs: 30, minutes: 5),
            JobStep.AfterMachine("dryer", runs: 45, minutes: 10)
        );
        var day = new Day(Clock.Virtual(), laundry);
        foreach (var run in new[] { day.OneAfterTheOther(), day.TakingTurns(), day.EventsAndPriorities() })
        {
            run.Timeline.Signals.Select(signal => (signal.Name, signal.At.TotalMinutes))
                .ShouldBe([("washer", 35), ("dryer", 85)]);
            (run.Total.TotalMinutes, run.LowerBound.Time.TotalMinutes).ShouldBe((95, 95));
        }
    }

    [Fact]
    public void A_long_step_is_named_by_the_line_that_made_it()
    {
        var day = new Day(Clock.Virtual(), Checkbook());
        var stall = day.EventsAndPriorities().LongestStall.ShouldNotBeNull();
        (stall.Task, stall.Source?.Member).ShouldBe(("Checkbook", nameof(Checkbook)));
    }

    private static Job Checkbook() => Job.InSteps("Checkbook", priority: 1, times: 1, minutes: 90);

    [Fact]
    public void No_day_is_shorter_than_the_parent_s_work_or_than_the_last_call()
    {
        Bound(Job.InSteps("Checkbook", priority: 1, times: 3, minutes: 5), Calls(7)).ShouldBe(16);
        Bound(Calls(7, 50)).ShouldBe(51);
        Bound(Calls(50, 50)).ShouldBe(52);

        static Job Calls(params int[] minutes) =>
            Job.Answering("Children", priority: 1, minutes, within: 2, minutes: 1);
        static double Bound(params Job[] jobs) =>
            new Day(Clock.Virtual(), jobs).EventsAndPriorities().LowerBound.Time.TotalMinutes;
    }

    [Fact]
    public void A_minute_before_the_day_is_refused_by_the_knob_s_name()
    {
        int[] calls = [8, -3];
        int wash = -5,
            pages = -1;
        Should
            .Throw<ArgumentException>(() => Job.Answering("Children", priority: 1, calls, within: 2, minutes: 1))
            .Message.ShouldBe("calls[1] is -3, and no time of the day is less than 0: change the knob called calls");
        Should
            .Throw<ArgumentException>(() => JobStep.AfterMachine("washer", wash, minutes: 5))
            .Message.ShouldContain("change the knob called wash");
        Should
            .Throw<ArgumentException>(() => Job.InSteps("Checkbook", priority: 1, pages, minutes: 5))
            .Message.ShouldContain("change the knob called pages");
    }

    [Fact]
    public void A_look_that_takes_no_time_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Day(Clock.Virtual()).TakingTurns(look: 0));

    [Fact]
    public void The_timeline_of_a_day_in_minutes_with_what_was_missed() =>
        Approval.Of(TimelineChart.Of(SmallDay.Synchronous(3, 8)));

    [Fact]
    public void A_timeline_goes_on_to_the_end_of_the_one_that_it_is_compared_with() =>
        TimelineChart
            .Of(SmallDay.WithPriorities(4), besides: SmallDay.Synchronous(60))
            .ShouldSatisfyAllConditions(picture =>
                Widths(picture).ShouldBe(Widths(TimelineChart.Of(SmallDay.Synchronous(60))))
            );

    [Fact]
    public void How_late_each_call_was_answered() =>
        Approval.Of(LatenessChart.Of([SmallDay.Synchronous(3, 8), SmallDay.WithPriorities(3, 8)], predict: 5));

    [Fact]
    public void A_day_on_which_nobody_calls_is_drawn_too() =>
        LatenessChart.Of([SmallDay.Synchronous()]).Table.ShouldContain("the day took");

    [Fact]
    public void A_negative_guess_is_refused() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => LatenessChart.Of([SmallDay.Synchronous(1)], -1))
            .Message.ShouldContain("the knob called predict");

    [Fact]
    public void Calls_that_are_null_are_refused_by_the_name_of_their_knob()
    {
        int[] calls = null!;
        Should
            .Throw<ArgumentException>(() => Job.Answering("Children", priority: 1, calls, within: 10, minutes: 4))
            .Message.ShouldBe("calls is null: set the knob called calls to a list such as [8, 37, 52], or to []");
    }

    [Fact]
    public void What_happened_on_a_day_is_told_in_minutes() =>
        Summary
            .Of(SmallDay.WithPriorities(4, 7))
            .Sentences.ShouldBe([
                "It took 17 min; the lower bound is 12 min (the parent's work).",
                "The tasks waited 11 min in all, side by side, without holding the thread: it was free for 0 min of 17 min.",
                "Checkbook was ready for 2 min: it could run, and the thread was taken.",
                "Children was ready for 5 min: it could run, and the thread was taken.",
                "Checkbook held the thread longest without letting go: 5 min.",
                "Answered for Children: call at 4 after 1 min, call at 7 after 4 min; 1 of 2 too late.",
                "Answered for Laundry: washer after 0 min.",
            ]);

    private static IEnumerable<string> Answers(Run run) =>
        run.Timeline.Signals.Select(signal =>
            $"{signal.Name} after {signal.Late(run.Total).TotalMinutes}{(signal.IsMissed(run.Total) ? ", missed" : "")}"
        );

    private static string Widths(Picture picture) =>
        Plotly.NET.GenericChart.toFigureJson(picture.Figure) is var json
            ? json[json.IndexOf("\"range\":[0", StringComparison.Ordinal)..][..20]
            : "";
}
