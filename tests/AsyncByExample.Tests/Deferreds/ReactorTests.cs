using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Tests.Deferreds;

public class ReactorTests
{
    private readonly List<string> _events = [];

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
