using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

internal static class TimeoutScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A Deferred that has no result in time is cancelled, and fails with TimeoutError",
                async it =>
                {
                    Timed(it, new D(_ => it.Say("canceller"))).AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(3);
                }
            },
            {
                "A canceller that fires the Deferred when the time is over gives it its result",
                async it =>
                {
                    Timed(it, new D(deferred => deferred.Callback("instead"))).AddBoth(it.Both("it"));
                    await it.RunAsync(2);
                }
            },
            {
                "A canceller that fails the Deferred with its own exception when the time is over keeps that",
                async it =>
                {
                    Timed(it, new D(deferred => deferred.Errback(new Boom("one"))))
                        .AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(2);
                }
            },
            {
                "A function for the timeout gets the failure and the time, and what it returns is the result",
                async it =>
                {
                    const int Seconds = 2;
                    object? Late(object? result, Exception? error)
                    {
                        it.Say(new Failed(error!), Seconds);
                        return "instead";
                    }

                    Timed(it, new D(), Seconds, Late).AddBoth(it.Both("it"));
                    await it.RunAsync(2);
                }
            },
            {
                "A function for the timeout may raise an exception of its own",
                async it =>
                {
                    Timed(it, new D(), late: (_, _) => throw new Boom("late")).AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(2);
                }
            },
            {
                "A function for the timeout is not called when there is a result in time",
                async it =>
                {
                    var deferred = Timed(it, new D(), late: it.Both("late")).AddCallback(it.Step("it"));
                    deferred.Callback(1);
                    await it.RunAsync(2);
                }
            },
            {
                "A function for the timeout is called with the result that the canceller gave",
                async it =>
                {
                    object? Late(object? result, Exception? error)
                    {
                        it.Say("late", result);
                        return null;
                    }

                    Timed(it, new D(deferred => deferred.Callback("from the canceller")), late: Late)
                        .AddBoth(it.Both("it"));
                    await it.RunAsync(2);
                }
            },
            {
                "Of two timeouts of one Deferred the shorter one comes, and the other one's timer is taken back",
                async it =>
                {
                    Timed(it, Timed(it, new D(), 3)).AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(4);
                }
            },
            {
                "When the first of two timeouts is the shorter one, the failure is its TimeoutError",
                async it =>
                {
                    Timed(it, Timed(it, new D()).AddErrback(it.Errback("between")), 3)
                        .AddErrback(it.Errback("it", "saved"));
                    await it.RunAsync(4);
                }
            },
            {
                "A late result after the timeout is swallowed once",
                async it =>
                {
                    var deferred = Timed(it, new D(), 1).AddErrback(it.Errback("it", "saved"));
                    await it.AdvanceAsync(1);
                    it.Attempt(() => deferred.Callback(1));
                    it.Attempt(() => deferred.Callback(2));
                }
            },
            {
                "A timeout of 0 seconds comes with the next advance of the clock",
                async it =>
                {
                    Timed(it, new D(), 0).AddErrback(it.Errback("it", "saved"));
                    it.Say("added");
                    await it.AdvanceAsync(0);
                }
            },
        };

    private static D Timed(Stage it, D deferred, int seconds = 2, Func<object?, Exception?, object?>? late = null) =>
        deferred.AddTimeout(TimeSpan.FromSeconds(seconds), it.Reactor, late);
}
