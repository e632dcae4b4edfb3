using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Deferreds that callbacks return.</summary>
internal static class WaitingScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A callback that returns a Deferred makes the next wait for it",
                it =>
                {
                    var inner = new D();
                    var outer = Waiting(inner).AddCallback(it.Step("next"));
                    it.Say("waits");
                    inner.Callback(2);
                    it.Show("outer", outer);
                }
            },
            {
                "A callback that returns a Deferred that has fired goes on at once",
                it =>
                {
                    Waiting(Defer.Succeed<object?>(2)).AddCallback(it.Step("next"));
                    it.Say("the end");
                }
            },
            {
                "A callback that returns a Deferred that fails has failed",
                it =>
                {
                    var inner = new D();
                    Waiting(inner).AddCallback(it.Step("callback")).AddErrback(it.Errback("errback", "saved"));
                    inner.Errback(One);
                }
            },
            {
                "A callback that returns a Deferred that has failed has failed, and the inner one's result is gone",
                it =>
                {
                    var inner = Defer.Fail(One);
                    Waiting(inner).AddErrback(it.Errback("errback", "saved"));
                    it.Show("inner", inner);
                }
            },
            {
                "An errback may return a Deferred too, with which the chain goes on",
                it =>
                {
                    var inner = new D();
                    Defer.Fail(One).AddErrback(_ => inner).AddCallback(it.Step("next"));
                    inner.Callback(2);
                }
            },
            {
                "A Deferred that another waited for has nothing for its result afterwards",
                it =>
                {
                    var inner = new D();
                    Waiting(inner).AddCallback(it.Step("outer"));
                    inner.Callback(2);
                    it.Show("inner", inner);
                    inner.AddCallback(it.Step("added to inner"));
                }
            },
            {
                "The callbacks of an inner Deferred that were added before run first, and their result goes to the outer one",
                it =>
                {
                    var inner = new D().AddCallback(it.Step("before", 3));
                    Waiting(inner).AddCallback(it.Step("outer"));
                    inner.Callback(2);
                }
            },
            {
                "The callbacks of an inner Deferred that were added after it was returned get nothing, after the outer one's",
                it =>
                {
                    var inner = new D();
                    Waiting(inner).AddCallback(it.Step("outer"));
                    inner.AddCallback(it.Step("after"));
                    inner.Callback(2);
                }
            },
            {
                "Deferreds that wait for each other in a row go on from the inside out",
                it =>
                {
                    var (inner, middle) = (new D(), new D());
                    middle.AddCallback(_ => inner).AddCallback(it.Step("middle", "from middle"));
                    var outer = Waiting(middle).AddCallback(it.Step("outer"));
                    middle.Callback(2);
                    it.Say("waits", outer.IsFired);
                    inner.Callback(3);
                }
            },
            {
                "Deferreds that were returned before what they return in turn fire, go on all the same",
                it =>
                {
                    var (inner, middle) = (new D(), new D());
                    middle.AddCallback(_ => inner);
                    middle.Callback(2);
                    Waiting(middle).AddCallback(it.Step("outer"));
                    it.Say("waits");
                    inner.Callback(3);
                }
            },
            {
                "An inner Deferred that has fired, but waits for yet another, is waited for",
                it =>
                {
                    var innermost = new D();
                    Waiting(Waiting(innermost)).AddCallback(it.Step("outer"));
                    it.Say("waits");
                    innermost.Callback(3);
                }
            },
            {
                "Ten thousand Deferreds that wait for each other need no stack",
                it =>
                {
                    var first = new D();
                    var current = first;
                    for (var i = 0; i < 10_000; i++)
                        current = Waiting(current);
                    current.AddCallback(it.Step("last"));
                    first.Callback("it");
                }
            },
            {
                "A Deferred that is returned in the middle of its own callbacks gives what it has just then, and has nothing after",
                it =>
                {
                    var inner = new D();
                    inner
                        .AddCallback(
                            object? (_) =>
                            {
                                Waiting(inner).AddCallback(it.Step("outer"));
                                it.Say("first ends");
                                it.Show("inner", inner);
                                return 3;
                            }
                        )
                        .AddCallback(it.Step("second"));
                    inner.Callback(2);
                }
            },
            {
                "Two Deferreds that wait for the same third: the first gets its result, the second gets nothing",
                it =>
                {
                    var inner = new D();
                    Waiting(inner).AddCallback(it.Step("a"));
                    Waiting(inner).AddCallback(it.Step("b"));
                    inner.Callback(2);
                }
            },
            {
                "ChainDeferred hands the result to another Deferred, and has nothing for its own afterwards",
                it =>
                {
                    var (first, second) = (new D(), new D().AddCallback(it.Step("second")));
                    first.ChainDeferred(second);
                    first.Callback(1);
                    it.Show("first", first);
                }
            },
            {
                "ChainDeferred hands the failure to another Deferred, and has none itself afterwards",
                it =>
                {
                    var (first, second) = (new D(), new D().AddErrback(it.Errback("second", "saved")));
                    first.ChainDeferred(second);
                    first.Errback(One);
                    it.Show("first", first);
                }
            },
            {
                "What a callback of the Deferred that got the result raises does not come back to the one that handed it over",
                it =>
                {
                    var (first, second) = (new D(), new D());
                    second.AddCallback(it.Step("second", raises: One));
                    first.ChainDeferred(second);
                    first.AddBoth(it.Both("first"));
                    first.Callback(1);
                    second.AddErrback(it.Errback("second", "saved"));
                }
            },
            {
                "ChainDeferred from a fired Deferred hands the result over at once",
                it => Defer.Succeed<object?>(1).ChainDeferred(new D().AddCallback(it.Step("second")))
            },
        };

    private static Boom One => new("one");

    private static D Waiting(D inner) => Defer.Succeed(1).AddCallback(_ => inner);
}
