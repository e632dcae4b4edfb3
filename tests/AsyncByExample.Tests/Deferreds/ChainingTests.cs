using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class ChainingTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void A_chain_waits_for_the_Deferred_that_a_callback_returns_and_goes_on_with_its_result()
    {
        var inner = new Deferred<string>();
        var outer = Defer.Succeed(1).AddCallback(_ => inner);
        outer.AddCallback(_events.Add);
        _events.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => outer.Result).Message.ShouldContain("no result yet");
        inner.Callback("inner");
        _events.ShouldBe(["inner"]);
    }

    [Fact]
    public void An_errback_may_return_a_Deferred_too()
    {
        Defer
            .Fail<int>(new InvalidOperationException("boom"))
            .AddErrback(_ => Defer.Succeed(5))
            .AddCallback(x => _events.Add($"{x}"));
        Defer
            .Fail<int>(new InvalidOperationException("boom"))
            .AddBoth((_, error) => Defer.Succeed(error!.Message))
            .AddCallback(_events.Add);
        Defer
            .Fail<int>(new InvalidOperationException("boom"))
            .AddCallbacks(_ => Defer.Succeed("not me"), _ => Defer.Succeed("errback"))
            .AddCallback(_events.Add);
        _events.ShouldBe(["5", "boom", "errback"]);
    }

    [Fact]
    public void A_callback_must_not_return_the_Deferred_that_it_was_added_to()
    {
        var deferred = new Deferred<int>();
        deferred.AddCallback(_ => deferred).AddErrback(error => _events.Add(error.Message));
        deferred.Callback(1);
        _events.ShouldHaveSingleItem().ShouldContain("would wait for itself");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hundred_thousand_Deferreds_that_wait_for_each_other_are_no_recursion(bool firedFromInside)
    {
        const int Many = 100_000;
        var deferreds = Enumerable.Range(0, Many).Select(_ => new Deferred<int>()).ToArray();
        for (var i = 0; i + 1 < Many; i++)
        {
            var next = deferreds[i + 1];
            deferreds[i].AddCallback(_ => next);
            deferreds[i].AddCallback(x => x + 1);
        }
        foreach (var deferred in firedFromInside ? deferreds.Reverse() : deferreds)
            deferred.Callback(0);
        deferreds[0].Result.ShouldBe(Many - 1);
    }

    [Fact]
    public void A_hundred_thousand_callbacks_on_one_Deferred_are_no_recursion()
    {
        var deferred = new Deferred<int>();
        for (var i = 0; i < 100_000; i++)
            deferred.AddCallback(x => Defer.Succeed(x + 1));
        deferred.Callback(0);
        deferred.Result.ShouldBe(100_000);
    }
}
