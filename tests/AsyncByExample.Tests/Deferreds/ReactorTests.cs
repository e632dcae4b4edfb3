using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Tests.Deferreds;

public class ReactorTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void Calls_are_made_when_they_are_due_and_ties_in_the_order_in_which_they_were_asked_for()
    {
        OnReactor.Run(reactor =>
        {
            foreach (var seconds in new[] { 2.0, 0.5, 2.0, 0 })
                reactor.CallLater(seconds, () => _events.Add($"{seconds} at {Clock.Current.Now.TotalSeconds}"));
            reactor.CallLater(TimeSpan.FromSeconds(3), reactor.Stop);
            reactor.Run();
        });
        _events.ShouldBe(["0 at 0", "0.5 at 0.5", "2 at 2", "2 at 2"]);
    }

    [Fact]
    public void A_call_is_active_until_it_is_made_or_cancelled()
    {
        OnReactor.Run(
            reactor =>
            {
                var made = reactor.CallLater(1, () => _events.Add("made"));
                var cancelled = reactor.CallLater(1, () => _events.Add("not me"));
                made.IsActive.ShouldBeTrue();
                cancelled.Cancel();
                cancelled.IsActive.ShouldBeFalse();
                reactor.CallLater(2, () => made.IsActive.ShouldBeFalse());
            },
            seconds: 3
        );
        _events.ShouldBe(["made"]);
    }

    [Fact]
    public void Cancelling_a_call_twice_or_after_it_was_made_is_an_error() =>
        OnReactor.Run(
            reactor =>
            {
                var made = reactor.CallLater(1, () => { });
                var cancelled = reactor.CallLater(1, () => { });
                cancelled.Cancel();
                Throws(cancelled.Cancel).ShouldBe("this call has been cancelled already");
                reactor.CallLater(
                    2,
                    () =>
                        Throws(made.Cancel).ShouldBe("this call has been made already: there is nothing left to cancel")
                );
            },
            seconds: 3
        );

    [Fact]
    public void A_call_cannot_be_put_off_by_less_than_nothing() =>
        Should
            .Throw<ArgumentException>(() => new Reactor().CallLater(-1, () => { }))
            .Message.ShouldBe("a call can be put off by 0 seconds or more, not by -1");

    [Fact]
    public void A_call_that_fails_is_reported_and_the_reactor_goes_on()
    {
        OnReactor
            .Errors(() =>
                OnReactor.Run(
                    reactor =>
                    {
                        reactor.CallLater(1, () => throw new InvalidOperationException("boom"));
                        reactor.CallLater(2, () => _events.Add("went on"));
                    },
                    seconds: 3
                )
            )
            .ShouldBe("Unhandled error in a call of the reactor: InvalidOperationException: boom");
        _events.ShouldBe(["went on"]);
    }

    [Fact]
    public void What_is_to_be_called_when_it_runs_is_called_at_its_start_or_at_once()
    {
        OnReactor.Run(reactor =>
        {
            reactor.CallWhenRunning(() =>
            {
                _events.Add("started");
                reactor.IsRunning.ShouldBeTrue();
                reactor.CallWhenRunning(() => _events.Add("at once"));
                _events.Add("stopping");
                reactor.Stop();
            });
            reactor.IsRunning.ShouldBeFalse();
            _events.ShouldBeEmpty();
            reactor.Run();
        });
        _events.ShouldBe(["started", "at once", "stopping"]);
    }

    [Fact]
    public void A_reactor_that_is_not_running_cannot_be_stopped() =>
        OnReactor.Run(reactor =>
        {
            Throws(reactor.Stop).ShouldContain("not running");
            reactor.CallWhenRunning(() =>
            {
                reactor.Stop();
                Throws(reactor.Stop).ShouldContain("not running");
            });
            reactor.Run();
            Throws(reactor.Stop).ShouldContain("not running");
        });

    [Fact]
    public void A_reactor_runs_once() =>
        OnReactor.Run(reactor =>
        {
            reactor.CallWhenRunning(() =>
            {
                Throws(reactor.Run).ShouldContain("running already");
                Throws(new Reactor().Run).ShouldContain("an event loop already runs here");
                reactor.Stop();
            });
            reactor.Run();
            Throws(reactor.Run).ShouldContain("make a new one for each run");
        });

    [Fact]
    public void A_reactor_inside_an_event_loop_is_refused() =>
        EventLoop.Run(() =>
        {
            Throws(new Reactor().Run).ShouldContain("an event loop already runs here");
            return Task.CompletedTask;
        });

    [Fact]
    public void After_Stop_no_other_call_is_made()
    {
        OnReactor.Run(reactor =>
        {
            reactor.CallLater(1, reactor.Stop);
            reactor.CallLater(1, () => _events.Add("not me"));
            reactor.Run();
        });
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void A_call_is_made_on_behalf_of_the_task_that_asked_for_it()
    {
        var run = OnReactor.Run(
            reactor =>
            {
                using var et = ElapsedTime.Start("Task One", 1);
                reactor.CallLater(1, () => Console.WriteLine("later"));
            },
            seconds: 2
        );
        run.Timeline.Lines.ShouldHaveSingleItem().Lane.ShouldBe("Task One");
    }

    [Fact]
    public void A_hundred_thousand_calls_are_cancelled_in_no_time() =>
        OnReactor.Run(
            reactor =>
            {
                DelayedCall[] calls =
                [
                    .. Enumerable.Range(0, 100_000).Select(i => reactor.CallLater(1 + i, () => _events.Add("not me"))),
                ];
                foreach (var call in calls)
                    call.Cancel();
            },
            seconds: 200_000
        );

    private static string Throws(Action action) => Should.Throw<InvalidOperationException>(action).Message;
}
