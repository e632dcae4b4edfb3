using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Pausing.</summary>
internal static class PauseScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A paused Deferred runs no callbacks until it is unpaused",
                it =>
                {
                    var deferred = new D().AddCallback(it.Step("a"));
                    deferred.Pause();
                    deferred.Callback(1);
                    it.Say("fired");
                    deferred.Unpause();
                }
            },
            {
                "A Deferred that is paused twice goes on when it has been unpaused twice",
                it =>
                {
                    var deferred = new D().AddCallback(it.Step("a"));
                    deferred.Pause();
                    deferred.Pause();
                    deferred.Callback(1);
                    deferred.Unpause();
                    it.Say("unpaused once");
                    deferred.Unpause();
                }
            },
            {
                "A callback may pause its own Deferred: those after it wait",
                it =>
                {
                    var deferred = Defer.Succeed<object?>(1);
                    deferred.AddCallback(result =>
                    {
                        deferred.Pause();
                        return result;
                    });
                    deferred.AddCallback(it.Step("b"));
                    it.Say("paused");
                    deferred.Unpause();
                }
            },
            {
                "To pause and unpause a Deferred that has not fired runs nothing",
                it =>
                {
                    var deferred = new D().AddCallback(it.Step("a"));
                    deferred.Pause();
                    deferred.Unpause();
                    it.Say("unpaused");
                    deferred.Callback(1);
                }
            },
            {
                "To return a Deferred that is paused makes the outer one wait until it is unpaused",
                it =>
                {
                    var inner = Defer.Succeed<object?>(2);
                    inner.Pause();
                    Defer.Succeed(1).AddCallback(_ => inner).AddCallback(it.Step("outer"));
                    it.Say("waits");
                    inner.Unpause();
                }
            },
            {
                "A paused Deferred that is cancelled fails when it is unpaused",
                it =>
                {
                    var deferred = new D().AddErrback(it.Errback("it", "saved"));
                    deferred.Pause();
                    deferred.Cancel();
                    it.Say("cancelled");
                    deferred.Unpause();
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
