using AsyncByExample.Deferreds;
using Yields = System.Func<AsyncByExample.Deferreds.Deferred>?[];
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Whose turn it is: each has the lines of the original, to the turn.</summary>
internal static class CooperatorScenarios
{
    internal static readonly Func<Deferred> Fired = () => Defer.Succeed<object?>(null);
    internal static readonly Yields ThreeFired = [Fired, Fired, Fired];
    internal static readonly Yields ThreeNothings = [null, null, null];

    public static Scenarios All { get; } =
        new()
        {
            {
                "Two tasks have turns one after the other, and what is done fires in the turn in which it ends",
                it => TurnsAsync(it, 7, ("a", [null, null]), ("b", [null, null]))
            },
            {
                "Three tasks of different length have turns one after the other; after one that ends, the next is passed over once",
                it => TurnsAsync(it, 10, ("a", [null]), ("b", ThreeNothings), ("c", [null, null]))
            },
            {
                "A task that ends in the last place of the round has no effect on the others",
                it => TurnsAsync(it, 10, ("a", ThreeNothings), ("b", [null, null]), ("c", [null]))
            },
            {
                "A task does not begin before the reactor's turn",
                async it =>
                {
                    it.Cooperator().Coiterate(it.Steps("a", [null]));
                    it.Say("coiterate returned");
                    await it.RunAsync(2);
                }
            },
            {
                "The result of coiterate is the iterator",
                async it =>
                {
                    var iterator = it.Steps("a");
                    it.Cooperator()
                        .Coiterate(iterator)
                        .AddCallback(result => it.Say("is the iterator", result == iterator));
                    await it.RunAsync(1);
                }
            },
            {
                "In one turn of several steps the tasks go round",
                it => TurnsAsync(it, 4, 3, null, ("a", [null, null]), ("b", [null, null]))
            },
            {
                "A turn of several steps goes on round after round until the steps are used up",
                it => TurnsAsync(it, 3, 5, null, ("a", ThreeNothings), ("b", ThreeNothings))
            },
            {
                "A turn goes on where the one before stopped in the round",
                it => TurnsAsync(it, 8, 2, null, ("a", [null, null]), ("b", [null, null]), ("c", [null, null]))
            },
            {
                "A task that yields a Deferred has no turn until that fires, and the other one has them all",
                it =>
                {
                    var waiting = new D();
                    void Then(int second)
                    {
                        if (second == 4)
                            waiting.Callback(null);
                    }

                    return TurnsAsync(it, 8, 1, Then, ("a", [() => waiting, null]), ("b", [null, null, null, null]));
                }
            },
            {
                "Two tasks that yield fired Deferreds: each has two turns in a row",
                it => TurnsAsync(it, 9, ("a", ThreeFired), ("b", ThreeFired))
            },
            {
                "Two tasks that yield fired Deferreds, in turns of several steps: the order is the same",
                it => TurnsAsync(it, 4, 3, null, ("a", ThreeFired), ("b", ThreeFired))
            },
            {
                "Three tasks that yield fired Deferreds: each goes to the end of the list, and the one that moves up is passed over",
                it => TurnsAsync(it, 12, ("a", ThreeFired), ("b", ThreeFired), ("c", ThreeFired))
            },
            {
                "Four tasks that yield fired Deferreds: the first, the third, the first again, and so on through the list",
                it =>
                    TurnsAsync(
                        it,
                        15,
                        ("a", [Fired, Fired]),
                        ("b", [Fired, Fired]),
                        ("c", [Fired, Fired]),
                        ("d", [Fired, Fired])
                    )
            },
            {
                "One task that yields fired Deferreds, with one that yields nothing after it, has two turns in a row at first",
                it => TurnsAsync(it, 9, ("a", ThreeFired), ("b", ThreeNothings))
            },
            {
                "One task that yields fired Deferreds, with one that yields nothing before it, has turns one after the other",
                it => TurnsAsync(it, 9, ("a", ThreeNothings), ("b", ThreeFired))
            },
            {
                "One task of three that yields fired Deferreds, the one in the middle, has two turns in a row at first",
                it => TurnsAsync(it, 12, ("a", ThreeNothings), ("b", ThreeFired), ("c", ThreeNothings))
            },
            {
                "A single task that yields fired Deferreds has a turn each second",
                it => TurnsAsync(it, 4, ("a", ThreeFired))
            },
            {
                "Two tasks that yield a fired Deferred and nothing by turns: each has two turns in a row",
                it => TurnsAsync(it, 10, ("a", [Fired, null, Fired, null]), ("b", [Fired, null, Fired, null]))
            },
            {
                "Two tasks that yield fired Deferreds, the second of which yields nothing first: the first has two turns in a row",
                it => TurnsAsync(it, 9, ("a", ThreeFired), ("b", [null, Fired, Fired]))
            },
        };

    internal static Task TurnsAsync(Stage it, int times, params (string, Yields)[] tasks) =>
        TurnsAsync(it, times, 1, null, tasks);

    internal static async Task TurnsAsync(
        Stage it,
        int times,
        int stepsPerTurn,
        Action<int>? then,
        params (string, Yields)[] tasks
    )
    {
        Start(it, it.Cooperator(stepsPerTurn), tasks);
        for (var second = 1; second <= times; second++)
        {
            await it.RunAsync(1);
            then?.Invoke(second);
        }
    }

    // Tasks that yield Deferreds which fire so many seconds later.
    internal static Task SleepAsync(Stage it, int times, int stepsPerTurn, params (string, int[] Seconds)[] tasks)
    {
        Func<Deferred> Wait(int seconds) => () => Defer.DeferLater(it.Reactor, seconds, () => it.Say("fires"));
        Start(
            it,
            it.Cooperator(stepsPerTurn),
            [.. tasks.Select(task => (task.Item1, task.Seconds.Select(Wait).ToArray()))]
        );
        return it.RunAsync(times);
    }

    // Such tasks on a cooperator whose turns come as they do by default.
    internal static Task CloseAsync(Stage it, params (string, int?[] Seconds)[] tasks)
    {
        Func<Deferred>? Wait(string name, int? seconds) =>
            seconds is { } delay ? () => Defer.DeferLater(it.Reactor, delay, () => it.Say(name, "fires")) : null;
        Start(
            it,
            new Cooperator(it.Reactor),
            [.. tasks.Select(task => (task.Item1, task.Seconds.Select(one => Wait(task.Item1, one)).ToArray()))]
        );
        return it.AdvanceAsync(9);
    }

    internal static void Start(Stage it, Cooperator cooperator, params (string Name, Yields Yields)[] tasks)
    {
        foreach (var (name, yields) in tasks)
            cooperator.Coiterate(it.Steps(name, yields)).AddBoth((_, _) => it.Say(name, "is done"));
    }
}
