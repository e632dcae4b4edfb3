using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Cancelling.</summary>
internal static class CancelScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            { "A Deferred without a canceller that is cancelled fails with CancelledError", it => Cancelled(it) },
            {
                "To fire a cancelled Deferred without a canceller once does nothing",
                it =>
                {
                    var deferred = Cancelled(it);
                    it.Attempt(() => deferred.Callback(1));
                    it.Show("it", deferred);
                }
            },
            {
                "To fire a cancelled Deferred without a canceller twice raises AlreadyCalledError",
                it =>
                {
                    var deferred = Cancelled(it);
                    it.Attempt(() => deferred.Errback(new Boom("one")));
                    it.Attempt(() => deferred.Callback(2));
                }
            },
            {
                "A canceller that does nothing leaves the Deferred to fail with CancelledError",
                it => Cancelled(it, _ => it.Say("canceller"))
            },
            {
                "To fire a cancelled Deferred that has a canceller raises AlreadyCalledError the first time",
                it =>
                {
                    var deferred = Cancelled(it, _ => { });
                    it.Attempt(() => deferred.Callback(1));
                }
            },
            {
                "A canceller may fire the Deferred, which then has that result",
                it => Cancelled(it, deferred => deferred.Callback("from the canceller"))
            },
            {
                "A canceller may fail the Deferred with an exception of its own",
                it => Cancelled(it, deferred => deferred.Errback(new Boom("from the canceller")))
            },
            {
                "A canceller gets the Deferred that is cancelled",
                it =>
                {
                    D? deferred = null;
                    deferred = new D(given => it.Say(given == deferred));
                    deferred.Cancel();
                }
            },
            {
                "To cancel a Deferred that has fired does nothing",
                it =>
                {
                    var deferred = new D(_ => it.Say("canceller"));
                    deferred.Callback(1);
                    it.Attempt(deferred.Cancel);
                    it.Show("it", deferred);
                }
            },
            {
                "To cancel a Deferred twice does nothing the second time",
                it =>
                {
                    var deferred = Cancelled(it, _ => it.Say("canceller"));
                    it.Attempt(deferred.Cancel);
                }
            },
            {
                "To cancel a Deferred that waits for another cancels that one",
                it =>
                {
                    var inner = new D(_ => it.Say("inner's canceller"));
                    var outer = new D(_ => it.Say("outer's canceller"));
                    outer.AddCallback(_ => inner).AddErrback(it.Errback("outer", "saved"));
                    outer.Callback(1);
                    outer.Cancel();
                }
            },
            {
                "To cancel a Deferred that waits through several cancels the innermost",
                it =>
                {
                    var innermost = new D(_ => it.Say("innermost"));
                    var inner = new D(_ => it.Say("inner")).AddCallback(_ => innermost);
                    inner.Callback(1);
                    Defer.Succeed(2).AddCallback(_ => inner).AddErrback(it.Errback("outer", "saved")).Cancel();
                }
            },
            {
                "The inner Deferred's canceller may fire it, and then the outer one goes on",
                it =>
                {
                    var inner = new D(deferred => deferred.Callback("instead"));
                    Defer.Succeed(1).AddCallback(_ => inner).AddCallback(it.Step("outer")).Cancel();
                }
            },
            {
                "To cancel an inner Deferred fails the outer one",
                it =>
                {
                    var inner = new D();
                    Defer.Succeed(1).AddCallback(_ => inner).AddErrback(it.Errback("outer", "saved"));
                    inner.Cancel();
                }
            },
            {
                "A Deferred may be cancelled in a callback of its own, which does nothing",
                it =>
                {
                    var deferred = new D();
                    deferred
                        .AddCallback(result =>
                        {
                            deferred.Cancel();
                            return result;
                        })
                        .AddBoth(it.Both("next"));
                    deferred.Callback(1);
                }
            },
            {
                "To cancel a Deferred that is chained to another fails that one through it",
                it => new D().ChainDeferred(new D().AddErrback(it.Errback("second", "saved"))).Cancel()
            },
            {
                "To cancel the Deferred that another is chained to leaves that one, whose result is then swallowed",
                it =>
                {
                    var (first, second) = (new D(), new D().AddErrback(it.Errback("second", "saved")));
                    first.ChainDeferred(second);
                    second.Cancel();
                    it.Say(first.IsFired);
                    first.Callback(1);
                    it.Show("first", first);
                }
            },
        };

    private static D Cancelled(Stage it, Action<D>? canceller = null)
    {
        var deferred = new D(canceller).AddBoth(it.Both("it"));
        it.Attempt(deferred.Cancel);
        return deferred;
    }
}
