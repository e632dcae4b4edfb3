using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Firing, and failures that are handled, kept by kind or reported.</summary>
internal static class FiringScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "To fire a second time raises AlreadyCalledError, whichever way",
                it =>
                {
                    var deferred = new D();
                    deferred.Callback(1);
                    it.Attempt(() => deferred.Callback(2));
                    it.Attempt(() => deferred.Errback(One));
                    deferred.AddCallback(it.Step("a"));
                }
            },
            {
                "To fire a second time after a failure raises AlreadyCalledError",
                it =>
                {
                    var deferred = new D();
                    deferred.Errback(One);
                    it.Attempt(() => deferred.Callback(2));
                    deferred.AddErrback(it.Errback("a", "saved"));
                }
            },
            {
                "To fire within a callback of the same Deferred raises AlreadyCalledError there",
                it =>
                {
                    var deferred = new D();
                    deferred.AddCallback(_ => deferred.Callback(2)).AddErrback(it.Errback("b", "saved"));
                    deferred.Callback(1);
                }
            },
            {
                "To fire with a Deferred raises AssertionError, and it has not fired",
                it =>
                {
                    var deferred = new D();
                    it.Attempt(() => deferred.Callback(Defer.Succeed(1)));
                    it.Say(deferred.IsFired);
                }
            },
            {
                "Trap returns the class that fits, and raises the failure again where none does",
                it =>
                {
                    Defer.Fail(One).AddErrback((Boom _) => it.Say(true));
                    it.Attempt(() => _ = Defer.Fail(One).AddErrback((FormatException _) => { }).Result);
                }
            },
            {
                "A failure that an errback does not trap goes on to the next errback",
                it =>
                    Defer
                        .Fail(One)
                        .AddErrback((FormatException _) => it.Say("trapped"))
                        .AddErrback(it.Errback("b", "saved"))
            },
            {
                "Trap takes the subclasses of a class too",
                it => Defer.Fail(new FileNotFoundException()).AddErrback((IOException _) => it.Say(true))
            },
            { "RaiseException of a failure raises its exception", it => it.Attempt(() => _ = Defer.Fail(One).Result) },
            {
                "Errback without an argument, where no exception is being handled, raises NoCurrentExceptionError",
                it =>
                {
                    var deferred = new D();
                    it.Attempt(() => deferred.Errback(null!));
                    it.Say(deferred.IsFired);
                }
            },
            {
                "Fail without an argument, where no exception is being handled, raises NoCurrentExceptionError",
                it => it.Attempt(() => Defer.Fail(null!))
            },
            {
                "A failure that an errback handles in the end is not logged",
                it =>
                {
                    it.Log();
                    Defer.Fail(One).AddErrback(_ => { });
                    var deferred = Defer.Fail(new Boom("two"));
                    deferred.AddCallback(it.Step("a"));
                    deferred.AddErrback(_ => { });
                    it.Say("collected");
                }
            },
            {
                "What an errback raises is logged, and what it handled is not",
                it =>
                {
                    it.Log();
                    Defer.Fail(One).AddErrback(it.Errback("a", raises: new Boom("two")));
                }
            },
            {
                "A Deferred that never fires is not logged",
                it =>
                {
                    it.Log();
                    new D().AddCallback(it.Step("a"));
                    it.Say("collected");
                }
            },
            {
                "MaybeDeferred of a function that returns a value has fired with it",
                it => Defer.MaybeDeferred<object?>(() => 1).AddCallback(it.Step("it"))
            },
            {
                "MaybeDeferred of a function that raises has failed",
                it => Defer.MaybeDeferred(() => throw One).AddErrback(it.Errback("it", "saved"))
            },
            {
                "MaybeDeferred of a function that returns a Deferred is that Deferred",
                it =>
                {
                    var inner = new D();
                    it.Say(Defer.MaybeDeferred(() => inner) == inner);
                }
            },
            {
                "MaybeDeferred of a function that returns a failure has failed",
                it => Defer.MaybeDeferred(() => Defer.Fail(One)).AddErrback(it.Errback("it", "saved"))
            },
            {
                "Execute calls the function at once",
                it =>
                {
                    Defer.MaybeDeferred<object?>(() => 1 + 1).AddCallback(it.Step("it"));
                    Defer.MaybeDeferred(() => throw One).AddErrback(it.Errback("it", "saved"));
                }
            },
        };

    private static Boom One => new("one");
}
