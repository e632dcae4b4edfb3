using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using CsCheck;

namespace AsyncByExample.Tests.EventLoops;

public class TimerTests
{
    [Fact]
    public void Whatever_is_started_and_stopped_the_others_fire_in_order() =>
        Gen.Select(Gen.Int[0, 5], Gen.Bool)
            .Array[0, 400]
            .Sample(timers =>
            {
                var loop = new EventLoop(Clock.Virtual());
                var fired = new List<int>();
                var started = timers
                    .Index()
                    .Select(timer => loop.CallLater(Seconds(timer.Item.Item1), () => fired.Add(timer.Index)))
                    .ToList();
                var kept = Enumerable.Range(0, timers.Length).Where(i => !timers[i].Item2).ToList();
                foreach (var stopped in Enumerable.Range(0, timers.Length).Except(kept))
                    started[stopped].Dispose();
                loop.CallLater(Seconds(10), () => fired.Add(-1));
                loop.RunUntil(() => fired.Contains(-1));
                fired.ShouldBe([.. kept.OrderBy(i => timers[i].Item1), -1]);
            });

    [Fact]
    public void A_timer_that_is_started_anew_fires_once_and_at_its_new_time()
    {
        var clock = Clock.Virtual();
        var loop = new EventLoop(clock);
        var fired = new List<double>();
        loop.Post(() =>
        {
            var timer = clock.CreateTimer(
                _ => fired.Add(clock.Now.TotalSeconds),
                null,
                Seconds(1),
                Timeout.InfiniteTimeSpan
            );
            timer.Change(Seconds(3), Timeout.InfiniteTimeSpan);
            timer.Change(Seconds(2), Timeout.InfiniteTimeSpan);
        });
        loop.CallLater(Seconds(4), () => fired.Add(-1));
        loop.RunUntil(() => fired.Contains(-1));
        fired.ShouldBe([2, -1]);
    }

    [Fact]
    public void A_timer_that_is_due_can_still_be_stopped_by_one_that_is_due_with_it()
    {
        var loop = new EventLoop(Clock.Virtual());
        var events = new List<string>();
        IDisposable? second = null;
        loop.CallLater(Seconds(1), () => second!.Dispose());
        second = loop.CallLater(Seconds(1), () => events.Add("stopped"));
        loop.CallLater(Seconds(1), () => events.Add("third"));
        loop.RunUntil(() => events.Count > 0);
        events.ShouldBe(["third"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Timers_that_are_stopped_long_before_they_are_due_do_not_pile_up(bool inOrder)
    {
        var loop = new EventLoop(Clock.Virtual());
        for (var i = 0; i < 10_000; i++)
            loop.CallLater(Seconds(inOrder ? 60 : 20_000 - i), () => { }).Dispose();
        loop.TimerCount.ShouldBeLessThan(200);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
