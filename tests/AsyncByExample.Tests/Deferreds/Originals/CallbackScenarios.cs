using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

internal static class CallbackScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "Callbacks run in the order in which they were added, each with what the one before returned",
                it =>
                {
                    var deferred = new D();
                    deferred.AddCallback(it.Step("a", 2)).AddCallback(it.Step("b", 3)).AddCallback(it.Step("c"));
                    deferred.Callback(1);
                }
            },
            {
                "To add a callback returns the same Deferred",
                it =>
                {
                    var deferred = new D();
                    it.Say(
                        deferred.AddCallback(it.Step("a")) == deferred,
                        deferred.AddErrback(it.Errback("b")) == deferred
                    );
                }
            },
            {
                "No callback runs before the Deferred is fired, and all have run when that returns",
                it =>
                {
                    var deferred = new D().AddCallback(it.Step("a"));
                    it.Say("fire");
                    deferred.Callback(1);
                    it.Say("fired");
                }
            },
            {
                "A callback that is added to a fired Deferred runs at once",
                it =>
                {
                    var deferred = Succeed(1);
                    deferred.AddCallback(it.Step("a", 2));
                    it.Say("added");
                    deferred.AddCallback(it.Step("b"));
                }
            },
            {
                "A callback that returns nothing gives nothing to the next",
                it => Succeed(1).AddCallback(_ => { }).AddCallback(it.Step("b"))
            },
            {
                "A callback gets the further arguments that it was added with",
                it => Succeed(1).AddCallback(result => it.Say(result, 2, 3))
            },
            {
                "A callback that raises sends the failure to the next errback, and the callbacks between are passed over",
                it =>
                    Succeed(1)
                        .AddCallback(it.Step("a", raises: One))
                        .AddCallback(it.Step("b"))
                        .AddErrback(it.Errback("c", "saved"))
                        .AddCallback(it.Step("d"))
            },
            {
                "An errback is passed over when there is no failure",
                it => Succeed(1).AddErrback(it.Errback("a")).AddCallback(it.Step("b"))
            },
            {
                "An errback that returns something goes on with the callbacks",
                it =>
                    Defer
                        .Fail(One)
                        .AddErrback(it.Errback("a", "saved"))
                        .AddErrback(it.Errback("b"))
                        .AddCallback(it.Step("c"))
            },
            {
                "An errback that returns nothing goes on with the callbacks, which get nothing",
                it => Defer.Fail(One).AddErrback(_ => { }).AddCallback(it.Step("b"))
            },
            {
                "An errback that returns the failure that it gets passes it on to the next errback",
                it =>
                    Defer
                        .Fail(One)
                        .AddErrback(it.Errback("a"))
                        .AddCallback(it.Step("b"))
                        .AddErrback(it.Errback("c", "saved"))
            },
            {
                "An errback that raises sends the new failure to the next errback",
                it =>
                    Defer
                        .Fail(One)
                        .AddErrback(it.Errback("a", raises: new Boom("two")))
                        .AddErrback(it.Errback("b", "saved"))
            },
            {
                "The chain goes from callbacks to errbacks and back as often as they raise and return",
                it =>
                {
                    var deferred = Succeed(1);
                    for (var number = 0; number < 3; number++)
                        deferred
                            .AddCallback(it.Step("callback", raises: new Boom($"{number}")))
                            .AddErrback(it.Errback("errback", number));
                }
            },
            {
                "A callback that returns a failure has failed",
                it =>
                    Succeed(1)
                        .AddCallback(_ => Defer.Fail(One))
                        .AddCallback(it.Step("b"))
                        .AddErrback(it.Errback("c", "saved"))
            },
            {
                "A callback that returns an exception has not failed",
                it => Succeed(1).AddCallback(object? (_) => One).AddErrback(it.Errback("b")).AddCallback(it.Step("c"))
            },
            {
                "Of two functions added together one runs, and the errback does not get what the callback raises",
                it =>
                    Succeed(1)
                        .AddCallbacks(it.Step("callback", raises: One), it.Errback("errback beside"))
                        .AddCallbacks(it.Step("callback after"), it.Errback("errback after", "saved"))
            },
            {
                "Of two functions added together the callback does not get what the errback returns",
                it =>
                    Defer
                        .Fail(One)
                        .AddCallbacks(it.Step("callback beside"), it.Errback("errback", "saved"))
                        .AddCallbacks(it.Step("callback after"), it.Errback("errback after"))
            },
            {
                "A function added for both runs either way",
                it =>
                {
                    Succeed(1).AddBoth(it.Both("a"));
                    Defer.Fail(One).AddBoth(it.Both("b", "saved")).AddBoth(it.Both("c"));
                }
            },
            {
                "A callback may be added several times",
                it => Succeed(1).AddCallback(AddOne).AddCallback(AddOne).AddCallback(it.Step("c"))
            },
            {
                "To add no callback, or nothing for both, raises AssertionError at once",
                it =>
                {
                    it.Attempt(() => new D().AddCallback((Action<object?>)null!));
                    it.Attempt(() => new D().AddBoth((Action<object?, Exception?>)null!));
                }
            },
            {
                "A callback that is added in a callback runs after those added before",
                it =>
                {
                    var deferred = new D();
                    deferred
                        .AddCallback(
                            object? (_) =>
                            {
                                it.Say("a begins");
                                deferred.AddCallback(it.Step("added"));
                                it.Say("a ends");
                                return 2;
                            }
                        )
                        .AddCallback(it.Step("b", 3));
                    deferred.Callback(1);
                }
            },
            {
                "A callback that is added in the last callback runs after it, with what it returned",
                it =>
                {
                    var deferred = new D();
                    deferred.AddCallback(
                        object? (_) =>
                        {
                            deferred.AddCallback(it.Step("added"));
                            return 2;
                        }
                    );
                    deferred.Callback(1);
                }
            },
            {
                "The result of a Deferred is what its last callback returned",
                it =>
                {
                    var deferred = new D();
                    it.Show("before", deferred);
                    deferred.AddCallback(it.Step("a", 2));
                    deferred.Callback(1);
                    it.Show("after", deferred);
                    deferred.AddCallback(it.Step("b", 3));
                    it.Show("later", deferred);
                }
            },
            {
                "The result of a Deferred within a callback is what was given to it",
                it =>
                {
                    var deferred = new D();
                    deferred.AddCallback(_ => it.Show("within", deferred));
                    deferred.Callback(1);
                }
            },
            {
                "A thousand callbacks and more need no stack",
                it =>
                {
                    var deferred = new D();
                    for (var i = 0; i < 10_000; i++)
                        deferred.AddCallback(AddOne);
                    deferred.AddCallback(it.Step("last"));
                    deferred.Callback(0);
                }
            },
        };

    private static Boom One => new("one");

    private static object? AddOne(object? value) => (int)value! + 1;

    private static D Succeed(object? result) => Defer.Succeed(result);
}
