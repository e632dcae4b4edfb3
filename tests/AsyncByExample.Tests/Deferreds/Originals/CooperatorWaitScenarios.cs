using AsyncByExample.Deferreds;
using static AsyncByExample.Tests.Deferreds.Originals.CooperatorScenarios;
using Yields = System.Func<AsyncByExample.Deferreds.Deferred>?[];
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Whose turn it is when what tasks wait for has fired: to the turn too.</summary>
internal static class CooperatorWaitScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A task whose Deferred has fired has its turn a second later",
                it => SleepAsync(it, 6, 1, ("a", [2, 1]))
            },
            {
                "Two tasks that wait for Deferreds of different delays go on in the order of firing",
                it => SleepAsync(it, 14, 1, ("a", [3, 2]), ("b", [2, 3]))
            },
            {
                "Two tasks whose Deferreds fire a second apart, the second with a turn between",
                it => SleepAsync(it, 10, 1, ("a", [2, 2]), ("b", [2, 2]))
            },
            {
                "Two tasks whose Deferreds fire together, in turns of several steps: the second goes on first",
                it => SleepAsync(it, 9, 5, ("a", [2, 2]), ("b", [1, 2]))
            },
            {
                "Two tasks whose Deferreds are fired by one call: the one that is fired last goes on first",
                it =>
                {
                    var (a, b) = (new D(), new D());
                    void Then(int second)
                    {
                        if (second != 3)
                            return;
                        b.Callback(null);
                        a.Callback(null);
                    }

                    return TurnsAsync(it, 7, 1, Then, ("a", [() => a]), ("b", [() => b]));
                }
            },
            {
                "With turns at once, a task that waits and one that does not: that one ends before the delay is over",
                it => CloseAsync(it, ("a", [1]), ("b", [null, null, null]))
            },
            {
                "With turns at once, a task that waits for 0 seconds has two turns in a row, beside one that yields nothing",
                it => CloseAsync(it, ("a", [0, 0]), ("b", [null, null]))
            },
            {
                "With turns at once, two whose Deferreds are fired by one call go on after that call, the last one first",
                async it =>
                {
                    var (a, b) = (new D(), new D());
                    Start(it, new Cooperator(it.Reactor), ("a", [() => a, null]), ("b", [() => b, null]));
                    it.Reactor.CallLater(
                        1,
                        () =>
                        {
                            a.Callback(null);
                            b.Callback(null);
                            it.Say("both have fired");
                        }
                    );
                    await it.AdvanceAsync(2);
                }
            },
        };
}
