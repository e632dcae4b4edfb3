using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Values { get; } =
        new()
        {
            ["A greenlet has no value until it returns, and then what it returned"] = () =>
            {
                Greenlet greenlet = Greenlet.Spawn(() => 42);
                Say(greenlet.Value);
                greenlet.Join();
                Say(greenlet.Value);
            },
            ["Get waits for the value, and returns it again and again"] = () =>
            {
                var greenlet = Greenlet.Spawn(Work42("it", Short));
                Say(greenlet.Get(), greenlet.Get());
            },
            ["Get on a finished greenlet returns at once, without letting go"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => 42);
                Greenlet.Yield();
                SpawnSay("another");
                Say(greenlet.Get());
                Say(Nothing(() => greenlet.Join()));
            },
            ["Several greenlets that get the same one are woken in the order in which they asked"] = () =>
            {
                var greenlet = Greenlet.Spawn(Work42("it", Short));
                Greenlet.JoinAll("abc".Select(name => Greenlet.Spawn(() => Say(name, greenlet.Get()))));
            },
            ["Get of a failed greenlet raises what it raised, each time"] = () =>
            {
                var greenlet = SpawnFail("one");
                Attempt(() => greenlet.Get());
                Attempt(() => greenlet.Get());
            },
            ["Get with a time raises Timeout when that is over, and the greenlet goes on"] = () =>
            {
                var greenlet = Greenlet.Spawn(Work42("it", Long));
                Attempt(() => greenlet.Get(Short));
                Say(Elapsed(), "ready", greenlet.Ready);
                Say(greenlet.Get());
            },
            ["Get with a time that is enough returns the value and leaves no timer"] = () =>
            {
                Say(Greenlet.Spawn(Work42("it", Short)).Get(Long));
                Greenlet.Sleep(Long);
                Say("nothing else happens");
            },
            ["Get with a time of 0 returns the value of a greenlet that ends without waiting for a time"] = () =>
                Attempt(() => Greenlet.Spawn(Work42("it", Ms(0), Ms(0))).Get(Ms(0))),
            ["Get with a time of 0 raises Timeout where the greenlet waits for a time, which it begins"] = () =>
            {
                var greenlet = Greenlet.Spawn(Work42("it", Short));
                Attempt(() => greenlet.Get(Ms(0)));
                Say("ready", greenlet.Ready);
            },
            ["Get that may not block raises Timeout without giving the greenlet a turn"] = () =>
            {
                var greenlet = Greenlet.Spawn(Work42("it"));
                Attempt(() => greenlet.Get(block: false));
                Say("ready", greenlet.Ready);
            },
            ["Join with a time returns when that is over, and says nothing of it"] = () =>
            {
                var greenlet = SpawnWork("it", Long);
                Say(Nothing(() => greenlet.Join(Short)), Elapsed(), "ready", greenlet.Ready);
                Say(Nothing(() => greenlet.Join(Longer)), Elapsed(), "ready", greenlet.Ready);
            },
            ["Join with a time of 0 waits for a greenlet that ends without waiting for a time"] = () =>
            {
                var greenlet = SpawnWork("it", Ms(0));
                Say(Nothing(() => greenlet.Join(Ms(0))), "ready", greenlet.Ready);
            },
            ["Join with a time of less than 0 is join with 0"] = () =>
            {
                var greenlet = SpawnWork("it", Ms(0));
                Say(Nothing(() => greenlet.Join(Ms(-1000))), "ready", greenlet.Ready);
            },
            ["Join of a failed greenlet raises nothing"] = () =>
            {
                var greenlet = SpawnFail("one");
                Attempt(() => greenlet.Join());
                Say(greenlet.Exception);
            },
            ["Two greenlets that join a third go on in the order in which they asked"] = () =>
            {
                var greenlet = SpawnWork("it", Short);
                Greenlet.JoinAll("ab".Select(name => Greenlet.Spawn(() => Say(name, Nothing(() => greenlet.Join())))));
            },
            ["The states of a greenlet that returns"] = () =>
            {
                Greenlet greenlet = null!;
                greenlet = Greenlet.Spawn(() =>
                {
                    State(greenlet);
                    Greenlet.Yield();
                    return 42;
                });
                Say("spawned");
                State(greenlet);
                Say("running");
                Greenlet.Yield();
                Say("waiting");
                State(greenlet);
                greenlet.Join();
                Say("finished");
                State(greenlet);
            },
            ["The states of a greenlet that fails"] = () =>
            {
                var greenlet = SpawnFail("one", Ms(0));
                Greenlet.Yield();
                Say("waiting");
                State(greenlet);
                greenlet.Join();
                Say("failed");
                State(greenlet);
            },
            ["The states of a greenlet that is killed while it waits"] = () => State(KilledAsleep()),
            ["A greenlet that fails ends alone: the others and the main one go on"] = () =>
            {
                Greenlet[] greenlets = [SpawnFail("one", Ms(0)), SpawnWork("b", Ms(0), Ms(0))];
                Greenlet.JoinAll(greenlets);
                Say(greenlets.Select(greenlet => greenlet.Exception));
            },
            ["GreenletExit that a greenlet raises by itself is its value, and a success"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => throw new GreenletExit());
                Attempt(() => greenlet.Get());
                State(greenlet);
            },
            ["A Timeout that nobody catches fails the greenlet"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    using var timeout = new AsyncByExample.Greenlets.Timeout(Short);
                    Greenlet.Sleep(Long);
                });
                greenlet.Join();
                State(greenlet);
            },
        };

    private static Greenlet KilledAsleep()
    {
        var greenlet = SpawnSleep(Ages);
        Greenlet.Yield();
        greenlet.Kill();
        return greenlet;
    }
}
