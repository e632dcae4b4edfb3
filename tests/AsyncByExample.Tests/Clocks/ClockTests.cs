using AsyncByExample.Clocks;

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
        var clock = Clock.Virtual();
        var pace = new Pace(clock);
        clock.Sleep(TimeSpan.FromSeconds(1.25));
        pace.WokenFor(TimeSpan.FromSeconds(1));
        pace.Time.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_machine_that_stood_still_does_put_off_the_next_sleep()
    {
        var clock = Clock.Virtual();
        var pace = new Pace(clock);
        clock.Sleep(TimeSpan.FromSeconds(7));
        pace.WokenFor(TimeSpan.FromSeconds(1));
        pace.Time.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Work_after_a_wake_up_does_put_off_the_next_sleep()
    {
        var clock = Clock.Virtual();
        var pace = new Pace(clock);
        clock.Sleep(TimeSpan.FromSeconds(1.25));
        pace.WokenFor(TimeSpan.FromSeconds(1));
        clock.Sleep(TimeSpan.FromSeconds(3));
        pace.Time.ShouldBe(TimeSpan.FromSeconds(4));
    }
}
