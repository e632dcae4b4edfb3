using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Spawning { get; } =
        new()
        {
            ["A spawned greenlet does not run before somebody lets go of the thread"] = () =>
            {
                var greenlet = SpawnSay("it runs");
                Say("it is spawned");
                greenlet.Join();
                Say("it is joined");
            },
            ["Greenlets start in the order in which they were spawned"] = () =>
                Greenlet.JoinAll("abcd".Select(name => SpawnSay(name))),
            ["Greenlets start in the order of spawning, whatever the order of joining is"] = () =>
            {
                Greenlet[] greenlets = [.. "abc".Select(name => SpawnSay(name))];
                Greenlet.JoinAll(greenlets.Reverse());
            },
            ["Joining one greenlet runs every other that is ready too"] = () =>
            {
                Greenlet[] greenlets = [.. "abc".Select(name => SpawnSay(name))];
                greenlets[0].Join();
                Say("a is joined");
                Say("c is ready", greenlets[2].Ready);
            },
            ["A greenlet that another one spawns starts after those that are ready already"] = () =>
            {
                Greenlet.JoinAll([Greenlet.Spawn(First), SpawnSay("b")]);
                Say("both are joined");

                static void First()
                {
                    Say("a");
                    SpawnSay("spawned by a");
                    Say("a ends");
                }
            },
            ["A greenlet that another one spawns when it is the last runs before the join of that one returns"] = () =>
            {
                Greenlet? inner = null;
                Greenlet
                    .Spawn(() =>
                    {
                        inner = SpawnSay("inner");
                        Say("outer ends");
                    })
                    .Join();
                Say("outer is joined, inner is ready", inner!.Ready);
                Greenlet.Yield();
                Say("inner is ready", inner.Ready);
            },
            ["What has not started when the main greenlet ends never does"] = () =>
            {
                SpawnSay("it runs");
                Say("the main greenlet ends");
            },
            ["What sleeps when the main greenlet ends does not wake"] = () =>
            {
                SpawnWork("it", Short);
                Greenlet.Yield();
                Say("the main greenlet ends");
            },
            ["A greenlet nobody joins runs while the main greenlet waits for another"] = () =>
            {
                SpawnWork("unjoined", Short, Longer);
                SpawnWork("joined", Long).Join();
                Say("the main greenlet ends");
            },
            ["A greenlet gets the positional and named arguments that it was spawned with"] = () =>
            {
                Greenlet.JoinAll([
                    Greenlet.Spawn((one, two) => Show(one, two), 1, 2),
                    Greenlet.Spawn(() => Show(1, second: null, third: 3)),
                ]);

                static void Show(object? first, object? second, object? third = null) =>
                    Say(first, second, third ?? "default");
            },
            ["To spawn what cannot be called raises at once"] = () => Attempt(() => Greenlet.Spawn((Action)null!)),
            ["Within a greenlet getcurrent is that greenlet, and outside it is none of that kind"] = () =>
            {
                Greenlet greenlet = null!;
                greenlet = Greenlet.Spawn(() => Say("itself", Greenlet.Current == greenlet));
                greenlet.Join();
                Say("outside it is a Greenlet", Greenlet.Current is not null);
            },
            ["After a wait getcurrent is the same greenlet again"] = () =>
                Greenlet.JoinAll(
                    "ab".Select(name =>
                        Greenlet.Spawn(() =>
                        {
                            var before = Greenlet.Current;
                            Greenlet.Yield();
                            Say(name, Greenlet.Current == before);
                        })
                    )
                ),
            ["Each greenlet has its own value in a local, and the main one too"] = () =>
            {
                using var mine = new ThreadLocal<string?>();
                mine.Value = "main";
                Greenlet.JoinAll([Greenlet.Spawn(Keep, "a"), Greenlet.Spawn(Keep, "b")]);
                Say("main reads", mine.Value);

                void Keep(string name)
                {
                    Say(name, "has one", mine.Value is not null);
                    mine.Value = name;
                    Greenlet.Yield();
                    Say(name, "reads", mine.Value);
                }
            },
        };

    private static Dictionary<string, Action> Sleeping { get; } =
        new()
        {
            ["To sleep for 0 goes to the end of the queue of those that are ready"] = () =>
                Greenlet.JoinAll("abc".Select(name => SpawnWork($"{name}", Ms(0), Ms(0)))),
            ["To sleep for less than 0 is to sleep for 0"] = () =>
                Greenlet.JoinAll([SpawnWork("a", Ms(-1000)), SpawnWork("b", Ms(0)), SpawnWork("c", Ms(-5000))]),
            ["When the main greenlet sleeps for 0, each that is ready has one turn"] = () =>
            {
                SpawnWork("a", Ms(0), Ms(0));
                SpawnWork("b", Ms(0), Ms(0));
                Say("main");
                Greenlet.Sleep(TimeSpan.Zero);
                Say("main");
                Greenlet.Sleep(TimeSpan.Zero);
                Say("main");
            },
            ["Sleepers wake in the order of their times, not of their start"] = () =>
                Greenlet.JoinAll([SpawnWork("a", Longer), SpawnWork("b", Short), SpawnWork("c", Long)]),
            ["Sleepers with equal times wake in the order in which they fell asleep"] = () =>
                Greenlet.JoinAll("abcdefg".Select(name => SpawnWork($"{name}", Short))),
            ["Sleeps pass together: three take as long as the longest"] = () =>
            {
                Greenlet.JoinAll([SpawnSleep(Short), SpawnSleep(Long), SpawnSleep(Longer)]);
                Say(Elapsed());
            },
            ["Sleeps in one greenlet pass one after the other"] = () =>
            {
                Greenlet
                    .Spawn(() =>
                    {
                        for (var i = 0; i < 3; i++)
                            Greenlet.Sleep(Short);
                    })
                    .Join();
                Say(Elapsed());
            },
            ["The main greenlet may sleep too, and the others run meanwhile"] = () =>
            {
                SpawnWork("a", Short);
                Greenlet.Sleep(Long);
                Say("main", Elapsed());
            },
            ["Who never lets go keeps the others from waking, and they wake in order afterwards"] = () =>
                Greenlet.JoinAll([
                    SpawnWork("a", Ms(20)),
                    SpawnWork("b", Ms(10)),
                    Greenlet.Spawn(() =>
                    {
                        AsyncByExample.Clocks.Thread.Sleep(100);
                        Say("busy ends");
                    }),
                ]),
            ["A sleeper whose time has come wakes when nobody is ready any more, however often they sleep for 0"] =
                () =>
                    Greenlet.JoinAll([
                        SpawnWork("sleeper", Ms(20)),
                        Greenlet.Spawn(() =>
                        {
                            AsyncByExample.Clocks.Thread.Sleep(50);
                            Work("busy", Ms(0), Ms(0), Ms(0));
                        }),
                    ]),
            ["Greenlets spawned for later start in the order of their times"] = () =>
                Greenlet.JoinAll([Later(Long, "b"), Later(Short, "a"), Later(Longer, "c")]),
            ["Greenlets that a greenlet spawns for the same time start in the order of spawning"] = () =>
            {
                Greenlet
                    .Spawn(() =>
                    {
                        foreach (var name in "abcde")
                            Later(Short, name);
                    })
                    .Join();
                Greenlet.Sleep(Long);
            },
            [
                "A greenlet spawned for 0 seconds later starts when nobody is ready any more, however often they sleep for 0"
            ] = () => Greenlet.JoinAll([Later(Ms(0), "later"), SpawnWork("a", Ms(0), Ms(0), Ms(0))]),
            ["A greenlet spawned for less than 0 seconds later is one spawned for 0"] = () =>
                Greenlet.JoinAll([Later(Ms(-1000), "later"), SpawnSay("a")]),
            ["A greenlet spawned for 0 seconds later starts after those that were spawned after it"] = () =>
                Greenlet.JoinAll([Later(Ms(0), "later"), SpawnSay("a"), SpawnSay("b")]),
            ["A greenlet spawned for later counts as started before its time"] = () =>
            {
                var greenlet = Later(Short, "it runs");
                State(greenlet);
                greenlet.Join();
                State(greenlet);
            },
            ["A greenlet killed before its time never runs, and nobody waits for that time"] = () =>
            {
                var greenlet = Later(Ages, "it runs");
                greenlet.Kill();
                State(greenlet);
                greenlet.Join();
                Say(Elapsed());
            },
            ["Python's own sleep, patched, lets the others run"] = () =>
                Greenlet.JoinAll(
                    "ab".Select(name =>
                        Greenlet.Spawn(() =>
                        {
                            AsyncByExample.Greenlets.Thread.Sleep(50);
                            Say(name, Elapsed());
                        })
                    )
                ),
        };

    private static Greenlet Later(TimeSpan delay, object word) => Greenlet.SpawnLater(delay, () => Say(word));
}
