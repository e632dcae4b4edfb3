using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CancelTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void A_canceller_that_throws_ends_its_Deferred_and_what_it_throws_comes_out_of_Cancel()
    {
        var deferred = new Deferred<int>(_ => throw new FormatException("boom"));
        deferred.AddErrback(error => _events.Add(error.Message));
        Should.Throw<FormatException>(deferred.Cancel);
        _events.ShouldBe(["the Deferred was cancelled"]);
    }

    [Fact]
    public void A_timeout_ends_its_Deferred_also_where_the_canceller_throws_which_is_reported()
    {
        OnReactor
            .Errors(() =>
                OnReactor.Run(
                    reactor =>
                        new Deferred<int>(_ => throw new FormatException("boom"))
                            .AddTimeout(TimeSpan.FromSeconds(1), reactor)
                            .AddErrback((TimeoutException error) => _events.Add(error.Message)),
                    seconds: 5
                )
            )
            .ShouldBe("Unhandled error in a call of the reactor: FormatException: boom");
        _events.ShouldBe(["there was no result within 1 s"]);
    }

    [Fact]
    public void A_pause_holds_at_once_also_for_the_callbacks_that_were_there_before()
    {
        var deferred = new Deferred<int>();
        deferred.AddCallback(x =>
        {
            deferred.Pause();
            return x;
        });
        deferred.AddCallback(x => _events.Add($"got {x}"));
        deferred.Callback(1);
        _events.ShouldBeEmpty();
        deferred.Unpause();
        _events.ShouldBe(["got 1"]);
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
}
