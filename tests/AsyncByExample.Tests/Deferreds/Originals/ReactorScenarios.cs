using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>The reactor, and Deferreds that fire later.</summary>
internal static class ReactorScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "To ask the reactor for a call in less than 0 seconds raises AssertionError",
                it => it.Attempt(() => it.Reactor.CallLater(-1, () => { }))
            },
            {
                "A call for 0 seconds later that a call of the reactor asks for is made in the next turn",
                it =>
                {
                    it.Reactor.CallLater(
                        0,
                        () =>
                        {
                            it.Reactor.CallLater(0, () => SayAndStop(it, "from a"));
                            it.Say("a");
                        }
                    );
                    it.Reactor.CallLater(0, () => it.Say("b"));
                    it.Reactor.Run();
                }
            },
            {
                "The reactor makes calls for the same time in the order of asking, and reports what one raises and goes on",
                it =>
                {
                    it.Log();
                    it.Reactor.CallLater(0, () => it.Say("a"));
                    it.Reactor.CallLater(0, () => it.Step("b", raises: new Boom("b"))(null));
                    it.Reactor.CallLater(0, () => SayAndStop(it, "c"));
                    it.Reactor.CallWhenRunning(() => it.Say("when running"));
                    it.Reactor.Run();
                    it.Say("stopped");
                }
            },
            {
                "What a callWhenRunning raises before the run is logged, and the reactor runs",
                it =>
                {
                    it.Log();
                    it.Reactor.CallWhenRunning(() => it.Step("a", raises: new Boom("one"))(null));
                    it.Reactor.CallWhenRunning(() => SayAndStop(it, "b"));
                    it.Reactor.Run();
                    it.Say("stopped");
                }
            },
            {
                "The reactor's last turn is finished after stop: calls that are due are made",
                it =>
                {
                    it.Reactor.CallLater(0, () => SayAndStop(it, "a stops"));
                    it.Reactor.CallLater(0, () => it.Say("b"));
                    it.Reactor.Run();
                    it.Say("stopped");
                }
            },
            {
                "Calls that were asked for after stop are not made",
                it =>
                {
                    it.Reactor.CallLater(
                        0,
                        () =>
                        {
                            it.Reactor.Stop();
                            it.Reactor.CallLater(0, () => it.Say("not made"));
                        }
                    );
                    it.Reactor.Run();
                    it.Say("stopped");
                }
            },
            {
                "To run the reactor a second time raises ReactorNotRestartable",
                it =>
                {
                    it.Reactor.CallWhenRunning(it.Reactor.Stop);
                    it.Reactor.Run();
                    it.Attempt(it.Reactor.Run);
                }
            },
            {
                "To run the reactor within its run raises ReactorAlreadyRunning",
                it =>
                {
                    it.Reactor.CallWhenRunning(() =>
                    {
                        it.Attempt(it.Reactor.Run);
                        it.Reactor.Stop();
                    });
                    it.Reactor.Run();
                }
            },
            {
                "To stop a reactor that does not run, or twice, raises ReactorNotRunning",
                it =>
                {
                    it.Attempt(it.Reactor.Stop);
                    it.Reactor.CallWhenRunning(() =>
                    {
                        it.Reactor.Stop();
                        it.Attempt(it.Reactor.Stop);
                    });
                    it.Reactor.Run();
                }
            },
            {
                "CallWhenRunning within the run calls at once",
                it =>
                {
                    it.Reactor.CallWhenRunning(() =>
                    {
                        it.Reactor.CallWhenRunning(() => it.Say("within"));
                        SayAndStop(it, "after");
                    });
                    it.Reactor.Run();
                }
            },
            {
                "DeferLater calls the function after the delay and has its result",
                async it =>
                {
                    Defer.DeferLater<object?>(it.Reactor, 2, () => 1 + 1).AddCallback(it.Step("it"));
                    await it.RunAsync(2);
                }
            },
            {
                "DeferLater of a function that raises fails",
                async it =>
                {
                    Defer.DeferLater(it.Reactor, 1, () => throw new Boom("one")).AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(1);
                }
            },
            {
                "DeferLater of a function that returns a Deferred waits for that",
                async it =>
                {
                    var inner = new D();
                    Defer.DeferLater(it.Reactor, 1, () => inner).AddCallback(it.Step("it"));
                    await it.RunAsync(2);
                    inner.Callback(1);
                }
            },
            {
                "DeferLater without a function has nothing for its result",
                async it =>
                {
                    Defer.DeferLater(it.Reactor, 1, () => { }).AddCallback(it.Step("it"));
                    await it.RunAsync(1);
                }
            },
            {
                "To cancel a deferLater that has fired does nothing",
                async it =>
                {
                    var deferred = Defer.DeferLater<object?>(it.Reactor, 1, () => 1).AddBoth(it.Both("it"));
                    await it.RunAsync(1);
                    it.Attempt(deferred.Cancel);
                }
            },
            {
                "To cancel a deferLater whose function returned a Deferred cancels that",
                async it =>
                {
                    var deferred = Defer.DeferLater(it.Reactor, 1, () => new D(_ => it.Say("inner's canceller")));
                    deferred.AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(1);
                    deferred.Cancel();
                }
            },
        };

    private static DelayedCall MadeAt(Stage it, double seconds) =>
        it.Reactor.CallLater(seconds, () => it.Say("made at", it.Seconds));

    private static void SayAndStop(Stage it, string line)
    {
        it.Say(line);
        it.Reactor.Stop();
    }
}
