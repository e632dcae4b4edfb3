using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;
using AsyncByExample.Tests.Deferreds;
using Cooperative = AsyncByExample.Greenlets.Thread;

namespace AsyncByExample.Tests.Recording;

public class FailureTests
{
    private static readonly TimeSpan Two = TimeSpan.FromSeconds(2);

    [Fact]
    public void An_iterator_whose_deferred_fails_is_drawn_to_its_failure_and_no_further()
    {
        var run = OnReactor.Run(
            reactor => new Cooperator(reactor).Coiterate(Forgetful(reactor)).AddErrback(_ => { }),
            seconds: 5
        );
        ShouldEndAtTwo(run, "no answer");
    }

    [Fact]
    public void An_iterator_that_throws_is_drawn_to_its_failure_and_no_further()
    {
        var run = OnReactor.Run(reactor => Defer.InlineCallbacks(Throwing(reactor)).AddErrback(_ => { }), seconds: 5);
        ShouldEndAtTwo(run, "broken");
    }

    [Fact]
    public void A_greenlet_that_throws_is_drawn_to_its_failure_and_no_further()
    {
        var run = Recorder.Record(
            "test",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
                OnReactor.Errors(() =>
                    Greenlet.JoinAll([Greenlet.Spawn(Sleeper), Greenlet.Spawn(() => Cooperative.Sleep(5000))])
                )
        );
        ShouldEndAtTwo(run, "broken");

        static void Sleeper()
        {
            var et = ElapsedTime.Start("Task One", 2);
            Cooperative.Sleep(2000);
            throw new InvalidOperationException("broken");
        }
    }

    [Fact]
    public void An_async_task_whose_exception_comes_out_of_it_is_drawn_to_its_failure_and_no_further() =>
        ShouldEndAtTwo(
            Record(async clock =>
            {
                var failing = FailAsync(clock);
                await Task.Delay(TimeSpan.FromSeconds(5), clock);
                try
                {
                    await failing;
                }
                catch (InvalidOperationException) { }
            }),
            "broken"
        );

    [Fact]
    public void An_async_task_that_nobody_waits_for_and_that_leaves_its_item_open_is_drawn_to_its_failure() =>
        ShouldEndAtTwo(
            Record(async clock =>
            {
                _ = ForgetAsync(clock);
                await Task.Delay(TimeSpan.FromSeconds(5), clock);
            }),
            "broken"
        );

    [Fact]
    public void An_async_task_that_nobody_waits_for_and_that_closes_its_item_is_drawn_to_its_failure() =>
        ShouldEndAtTwo(
            Record(async clock =>
            {
                _ = FailAsync(clock);
                await Task.Delay(TimeSpan.FromSeconds(5), clock);
            }),
            "broken"
        );

    [Fact]
    public void A_task_that_nobody_waits_for_and_that_catches_in_its_item_has_not_failed()
    {
        var run = Record(async clock =>
        {
            _ = CatchAsync(clock);
            await Task.Delay(TimeSpan.FromSeconds(5), clock);
        });
        run.Timeline.Lanes[0].Failures.ShouldBeEmpty();
        run.Timeline.Lanes[0].Items[0].To.ShouldBe(Two);
    }

    [Fact]
    public void A_task_that_nobody_waits_for_and_that_fails_is_told_in_the_summary()
    {
        var run = Record(async clock =>
        {
            _ = FailAsync(clock);
            await Task.Delay(TimeSpan.FromSeconds(5), clock);
        });
        Summary.Of(run).Sentences.ShouldContain(sentence => sentence.Contains("broken", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_that_catches_an_exception_lives()
    {
        var run = Record(async clock =>
        {
            using var et = ElapsedTime.Start("Task One", 2);
            try
            {
                await FailAsync(clock, lane: false);
            }
            catch (InvalidOperationException)
            {
                await Task.Delay(Two, clock);
            }
        });
        run.Timeline.Lanes[0].Failures.ShouldBeEmpty();
        run.Timeline.Lanes[0].Items[0].To.ShouldBe(Two * 2);
    }

    [Fact]
    public void A_task_that_catches_an_exception_at_its_very_end_lives_too() =>
        Record(async clock =>
        {
            using var et = ElapsedTime.Start("Task One", 2);
            await FailAsync(clock, lane: false).ContinueWith(_ => { }, TaskScheduler.Default);
        })
            .Timeline.Lanes[0]
            .Failures.ShouldBeEmpty();

    [Fact]
    public void An_iterator_that_works_for_a_task_leaves_it_to_that_one_what_becomes_of_its_failure()
    {
        var run = OnReactor.Run(reactor => new Cooperator(reactor).Coiterate(Careful(reactor)), seconds: 5);
        run.Timeline.Lanes[0].Failures.ShouldBeEmpty();
        run.Timeline.Lanes[0].Items[0].To.ShouldBe(Two);
    }

    [Fact]
    public void A_failure_is_told_in_the_picture_and_in_its_table()
    {
        var run = Record(async clock =>
        {
            _ = ForgetAsync(clock);
            await Task.Delay(TimeSpan.FromSeconds(5), clock);
        });
        var picture = TimelineChart.Of(run);
        picture.Table.ShouldContain("Task One ✕ failed at 2.0 s: broken");
        Plotly.NET.GenericChart.toFigureJson(picture.Figure).ShouldContain("failed at 2.0 s:<br>broken");
    }

    private static void ShouldEndAtTwo(Run run, string message)
    {
        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Failures.ShouldBe([new TaskFailure(Two, message)]);
        lane.Items.ShouldHaveSingleItem().To.ShouldBe(Two);
        lane.Intervals[^1].To.ShouldBe(Two);
        run.Total.ShouldBe(TimeSpan.FromSeconds(5));
    }

    private static Run Record(Func<Clock, Task> main)
    {
        var clock = Clock.Virtual();
        return Recorder.Record("test", clock, LowerBound.NoWaiting([]), () => EventLoop.Run(() => main(clock)));
    }

    private static async Task FailAsync(Clock clock, bool lane = true)
    {
        using var et = lane ? ElapsedTime.Start("Task One", 2) : null;
        await Task.Delay(Two, clock);
        throw new InvalidOperationException("broken");
    }

    private static async Task CatchAsync(Clock clock)
    {
        using var et = ElapsedTime.Start("Task One", 2);
        try
        {
            await FailAsync(clock, lane: false);
        }
        catch (InvalidOperationException) { }
    }

    private static async Task ForgetAsync(Clock clock)
    {
        var et = ElapsedTime.Start("Task One", 2);
        await Task.Delay(Two, clock);
        throw new InvalidOperationException("broken");
    }

    private static IEnumerator<Deferred> Forgetful(Reactor reactor)
    {
        var et = ElapsedTime.Start("Task One", 2);
        yield return NoAnswer(reactor);
    }

    private static IEnumerator<Deferred> Throwing(Reactor reactor)
    {
        using var et = ElapsedTime.Start("Task One", 2);
        yield return Defer.DeferLater(reactor, 2, () => { });
        throw new InvalidOperationException("broken");
    }

    private static IEnumerator<Deferred> Careful(Reactor reactor)
    {
        using var et = ElapsedTime.Start("Task One", 2);
        yield return Defer.InlineCallbacks(Inner(reactor)).AddErrback(_ => { });
    }

    private static IEnumerator<Deferred> Inner(Reactor reactor)
    {
        yield return NoAnswer(reactor);
    }

    private static Deferred<object?> NoAnswer(Reactor reactor)
    {
        var answer = new Deferred<object?>();
        reactor.CallLater(2, () => answer.Errback(new InvalidOperationException("no answer")));
        return answer;
    }
}
