using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CancelTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void Without_a_canceller_a_cancelled_Deferred_fails_and_its_later_result_is_swallowed_once()
    {
        var deferred = new Deferred<int>();
        deferred.AddErrback((OperationCanceledException error) => _events.Add(error.Message));
        deferred.Cancel();
        _events.ShouldBe(["the Deferred was cancelled"]);
        deferred.Callback(1);
        Should.Throw<InvalidOperationException>(() => deferred.Callback(2));
    }

    [Fact]
    public void A_canceller_is_called_with_the_Deferred_which_fails_if_it_is_not_fired_by_it()
    {
        var deferred = new Deferred<int>(_ => _events.Add("canceller"));
        deferred.AddErrback(error => _events.Add(error.GetType().Name));
        deferred.Cancel();
        _events.ShouldBe(["canceller", "OperationCanceledException"]);
        Should.Throw<InvalidOperationException>(() => deferred.Callback(1));
    }

    [Fact]
    public void A_canceller_may_fire_the_Deferred_itself()
    {
        var deferred = new Deferred<int>(it => it.Callback(42));
        deferred.Cancel();
        deferred.Result.ShouldBe(42);
    }

    [Fact]
    public void Cancelling_a_Deferred_that_has_fired_does_nothing()
    {
        var deferred = new Deferred<int>(_ => _events.Add("canceller"));
        deferred.Callback(1);
        deferred.Cancel();
        deferred.Result.ShouldBe(1);
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void Cancelling_twice_cancels_once()
    {
        var deferred = new Deferred<int>(_ => _events.Add("canceller"));
        deferred.AddErrback(_ => 1);
        deferred.Cancel();
        deferred.Cancel();
        _events.ShouldBe(["canceller"]);
    }

    [Fact]
    public void Cancelling_a_chain_that_waits_for_a_returned_Deferred_cancels_that()
    {
        var inner = new Deferred<int>(_ => _events.Add("inner"));
        var outer = new Deferred<int>(_ => _events.Add("outer"));
        outer.AddCallback(_ => inner).AddErrback(error => _events.Add(error.GetType().Name));
        outer.Callback(1);
        outer.Cancel();
        _events.ShouldBe(["inner", "OperationCanceledException"]);
    }

    [Fact]
    public void Cancelling_a_chain_a_hundred_thousand_deep_is_no_recursion()
    {
        var innermost = new Deferred<int>();
        var chain = innermost;
        for (var i = 0; i < 100_000; i++)
        {
            var inner = chain;
            chain = Defer.Succeed(0).AddCallback(_ => inner);
        }
        chain.Cancel();
        Should.Throw<OperationCanceledException>(() => chain.Result);
    }

    [Fact]
    public void Every_view_of_a_chain_cancels_it()
    {
        var deferred = new Deferred<int>(_ => _events.Add("canceller"));
        deferred.AddCallback(x => $"{x}").AddErrback(_ => "").Cancel();
        _events.ShouldBe(["canceller"]);
    }

    [Fact]
    public void A_Deferred_that_has_no_result_in_time_is_cancelled_and_fails_with_a_timeout()
    {
        OnReactor.Run(
            reactor =>
                new Deferred<int>(_ => _events.Add("canceller"))
                    .AddTimeout(TimeSpan.FromSeconds(2.5), reactor)
                    .AddErrback((TimeoutException error) => _events.Add(error.Message)),
            seconds: 5
        );
        _events.ShouldBe(["canceller", "there was no result within 2.5 s"]);
    }

    [Fact]
    public void A_Deferred_that_has_a_result_in_time_takes_its_timeout_back()
    {
        OnReactor.Run(
            reactor =>
            {
                var deferred = new Deferred<int>(_ => _events.Add("canceller"));
                deferred.AddTimeout(TimeSpan.FromSeconds(2), reactor).AddCallback(_ => new Deferred<int>());
                reactor.CallLater(1, () => deferred.Callback(1));
            },
            seconds: 5
        );
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void A_timeout_covers_the_callbacks_added_before_it_and_none_added_later()
    {
        OnReactor.Run(
            reactor =>
                Defer
                    .Succeed(1)
                    .AddCallback(_ => Defer.DeferLater(reactor, 3, () => "too late"))
                    .AddTimeout(TimeSpan.FromSeconds(2), reactor)
                    .AddErrback(_ => "timed out")
                    .AddCallback(x => Defer.DeferLater(reactor, 3, () => x))
                    .AddCallback(_events.Add),
            seconds: 9
        );
        _events.ShouldBe(["timed out"]);
    }

    [Fact]
    public void What_becomes_of_a_timeout_is_for_the_caller_to_say_and_any_other_failure_stays()
    {
        OnReactor.Run(
            reactor =>
            {
                new Deferred<int>()
                    .AddTimeout(TimeSpan.FromSeconds(1), reactor, (_, error) => error is null ? 0 : 9)
                    .AddCallback(x => _events.Add($"{x}"));
                Defer
                    .Fail<int>(new InvalidOperationException("boom"))
                    .AddTimeout(TimeSpan.FromSeconds(1), reactor)
                    .AddErrback(error => _events.Add(error.Message));
            },
            seconds: 5
        );
        _events.ShouldBe(["boom", "9"]);
    }
}
