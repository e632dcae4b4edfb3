using AsyncByExample.Clocks;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Clocks;

public class ClockTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_that_is_not_a_number_above_zero_is_refused(double speed) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => Clock.Real(speed))
            .Message.ShouldContain("change the knob called clock");

    [Fact]
    public void A_virtual_sleep_moves_the_clock_by_just_that_much()
    {
        var clock = Clock.Virtual();
        clock.Sleep(TimeSpan.FromDays(1));
        clock.Sleep(TimeSpan.FromSeconds(-1));
        clock.Now.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_clock_tells_its_speed() =>
        $"{Clock.Real(2.5)} {Clock.Virtual()}".ShouldBe("Clock.Real(speed: 2.5) Clock.Virtual()");

    [Fact]
    public void A_virtual_timer_outside_a_loop_is_refused_because_nobody_can_tell_when_all_wait() =>
        Should
            .Throw<InvalidOperationException>(() =>
                Task.Delay(TimeSpan.FromSeconds(1), Clock.Virtual(), TestContext.Current.CancellationToken)
            )
            .Message.ShouldContain("EventLoop.Run");

    [Fact]
    public void A_negative_sleep_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AsyncByExample.Clocks.Thread.Sleep(-1));

    [Fact]
    public void A_late_wake_up_does_not_put_off_the_next_sleep()
    {
        var (clock, pace) = LateBy(0.25);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(1));
        pace.OnClock(pace.Time + TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(2));
        clock.Pass(3);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(4), "work after a wake-up does");
    }

    [Fact]
    public void A_machine_that_stood_still_is_left_out_for_good()
    {
        var (clock, pace) = LateBy(6);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(1));
        pace.OnClock(pace.Time + TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(8));
        clock.Pass(3);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Who_keeps_the_machine_busy_himself_is_late_by_his_own_doing()
    {
        var clock = new ManualClock { OwnShare = 1 };
        var pace = new Pace(clock);
        clock.Pass(7);
        pace.WokenFor(TimeSpan.FromSeconds(1));
        pace.Time.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void What_the_system_takes_to_wake_the_thread_that_goes_on_is_left_out()
    {
        var (clock, pace) = LateBy(0.25);
        var stopped = clock.Now;
        clock.Pass(0.2);
        pace.HandedOver(stopped);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(1));
        clock.Pass(3);
        pace.Time.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 0)]
    [InlineData(2, 34)]
    public void However_late_a_busy_machine_is_an_example_prints_and_records_its_own_times(double lateBy, double late)
    {
        var printed = "";
        var run = Recorder.Record(
            "late",
            new ManualClock { LateBy = lateBy },
            LowerBound.OneThread([17]),
            () =>
            {
                var et = ElapsedTime.Start();
                using (var task = ElapsedTime.Start("Task One", 17))
                {
                    for (var second = 0; second < 17; second++)
                        AsyncByExample.Clocks.Thread.Sleep(1000);
                    printed = $"{task}";
                }
                printed += $" {et}";
            }
        );
        printed.ShouldBe("17.0 17.0");
        run.Total.ShouldBe(TimeSpan.FromSeconds(17));
        run.Timeline.Lanes[0].In(TaskState.Blocking).ShouldBe(run.Total);
        run.Timeline.Lanes[0].Items[0].To.ShouldBe(run.Total);
        run.Timeline.Late.ShouldBe(TimeSpan.FromSeconds(late));
    }

    [Fact]
    public void A_machine_that_is_slow_to_start_and_to_end_an_example_prints_and_records_one_total()
    {
        var clock = new ManualClock();
        var printed = "";
        var run = Recorder.Record(
            "slow",
            clock,
            LowerBound.OneThread([2]),
            () =>
            {
                clock.Pass(0.3);
                var et = ElapsedTime.Start();
                AsyncByExample.Clocks.Thread.Sleep(2000);
                printed = $"{et}";
                clock.Pass(0.3);
            }
        );
        printed.ShouldBe("2.0");
        run.Total.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private static (ManualClock, Pace) LateBy(double seconds)
    {
        var clock = new ManualClock();
        var pace = new Pace(clock);
        clock.Pass(1 + seconds);
        pace.WokenFor(TimeSpan.FromSeconds(1));
        return (clock, pace);
    }
}
