using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Killing { get; } =
        new()
        {
            ["A greenlet killed before its start never runs, and has GreenletExit for its value"] = () =>
            {
                var greenlet = SpawnSay("it runs");
                greenlet.Kill();
                Greenlet.Yield();
                State(greenlet);
            },
            ["A killed greenlet gets GreenletExit where it waits, and kill returns once it has ended"] = () =>
            {
                var greenlet = SpawnWork("it", Ages);
                Greenlet.Yield();
                Say("kill");
                Say(Nothing(() => greenlet.Kill()));
                Say("killed, ready", greenlet.Ready);
            },
            ["Get of a killed greenlet returns the GreenletExit and does not raise it"] = () =>
            {
                var greenlet = KilledAsleep();
                Attempt(() => greenlet.Get());
            },
            ["To kill a finished greenlet does nothing"] = () =>
            {
                Greenlet greenlet = Greenlet.Spawn(() => 42);
                greenlet.Join();
                Attempt(() => greenlet.Kill());
                State(greenlet);
            },
            ["To kill a failed greenlet does nothing"] = () =>
            {
                var greenlet = SpawnFail("one");
                greenlet.Join();
                Attempt(() => greenlet.Kill());
                Say(greenlet.Exception, greenlet.Value);
            },
            ["A greenlet that kills itself gets GreenletExit right there"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        Say("before");
                        Greenlet.Current!.Kill();
                        Say("after");
                    }
                    finally
                    {
                        Say("finally");
                    }
                });
                greenlet.Join();
                State(greenlet);
            },
            ["A greenlet that kills itself without blocking goes on to its next wait"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    Greenlet.Current!.Kill(block: false);
                    Say("after");
                    Work("it", Ms(0));
                });
                greenlet.Join();
                Say(greenlet.Value);
            },
            ["Kill without blocking returns before the greenlet has ended"] = () =>
            {
                var greenlet = SpawnWork("it", Ages);
                Greenlet.Yield();
                greenlet.Kill(block: false);
                Say("asked, dead", greenlet.Ready, "ready", greenlet.Ready);
                Greenlet.Yield();
                Say("dead", greenlet.Ready, "ready", greenlet.Ready);
            },
            ["Kill without blocking of a greenlet that has not started ends it at once"] = () =>
            {
                var greenlet = SpawnSay("it runs");
                greenlet.Kill(block: false);
                Say("dead", greenlet.Ready, "ready", greenlet.Ready);
                Greenlet.Yield();
                Say("dead", greenlet.Ready, "ready", greenlet.Ready);
            },
            ["A greenlet killed with another exception class fails with it"] = () =>
            {
                var greenlet = SpawnWork("it", Ages);
                Greenlet.Yield();
                greenlet.Kill(new Boom("killed"));
                State(greenlet);
                Attempt(() => greenlet.Get());
            },
            ["A greenlet killed with another exception before its start fails with it"] = () =>
            {
                var greenlet = SpawnSay("it runs");
                greenlet.Kill(new Boom("killed"));
                State(greenlet);
            },
            ["A greenlet may catch GreenletExit and return a value, which is then its value"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        Greenlet.Sleep(Ages);
                        return "";
                    }
                    catch (GreenletExit)
                    {
                        return "saved";
                    }
                });
                Greenlet.Yield();
                greenlet.Kill();
                Say(greenlet.Value);
            },
            ["Kill waits until a greenlet that goes on after GreenletExit has ended"] = () =>
            {
                var greenlet = Stubborn(Short);
                greenlet.Kill();
                Say(Elapsed(), "ready", greenlet.Ready);
            },
            ["Kill with a time returns when that is over although the greenlet goes on"] = () =>
            {
                var greenlet = Stubborn(Long);
                Attempt(() => greenlet.Kill(timeout: Short));
                Say("ready", greenlet.Ready);
                greenlet.Join();
                Say("ready", greenlet.Ready);
            },
            ["The finally block of a killed greenlet may wait, and kill waits for it"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        Greenlet.Sleep(Ages);
                    }
                    finally
                    {
                        Say("cleaning");
                        Greenlet.Sleep(Short);
                        Say("clean");
                    }
                });
                Greenlet.Yield();
                greenlet.Kill();
                Say("killed", greenlet.Value);
            },
            ["What a killed greenlet raises instead of GreenletExit is its failure"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        Greenlet.Sleep(Ages);
                    }
                    catch (GreenletExit)
                    {
                        throw new Boom("in finally");
                    }
                });
                Greenlet.Yield();
                Attempt(() => greenlet.Kill());
                State(greenlet);
            },
            ["A greenlet killed twice without blocking gets the exception at each of its next two waits"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    for (var turn = 0; turn < 3; turn++)
                        try
                        {
                            Greenlet.Sleep(Ms(10));
                            Say("it slept");
                        }
                        catch (GreenletExit exception)
                        {
                            Say("it got", exception);
                        }
                });
                Greenlet.Yield();
                greenlet.Kill(block: false);
                greenlet.Kill(block: false);
                greenlet.Join();
            },
            [
                "A greenlet that is killed when it is about to wake goes on before it gets the exception, at its next wait"
            ] = () =>
            {
                var @event = new Event();
                var greenlet = Greenlet.Spawn(() =>
                {
                    @event.Wait();
                    Work("it", Short);
                });
                Greenlet.Yield();
                @event.Set();
                greenlet.Kill();
                Say("killed", greenlet.Value);
            },
            ["A greenlet that is killed when it is about to wake and ends then is not killed"] = () =>
            {
                var @event = new Event();
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        @event.Wait();
                        Say("it goes on");
                    }
                    catch (GreenletExit exception)
                    {
                        Say("it got", exception);
                    }
                });
                Greenlet.Yield();
                @event.Set();
                greenlet.Kill();
                Say("killed");
            },
            ["To kill who joins another leaves that one alone"] = () =>
            {
                var other = SpawnWork("other", Short);
                var joiner = Greenlet.Spawn(() => other.Join());
                Greenlet.Yield();
                joiner.Kill();
                Say("joiner is ready", joiner.Ready, "other is ready", other.Ready);
                other.Join();
            },
            ["Killall ends all in the order of the list and waits for them"] = () =>
            {
                Greenlet[] greenlets = [.. "abc".Select(name => SpawnWork($"{name}", Ages))];
                Greenlet.Yield();
                Say(Nothing(() => Greenlet.KillAll(greenlets)));
                Say(greenlets.Select(greenlet => greenlet.Ready));
            },
            ["Killall keeps those from running that have not started"] = () =>
            {
                Greenlet[] greenlets = [SpawnWork("a", Ages), SpawnWork("b", Ages)];
                Greenlet.KillAll(greenlets);
                Say(greenlets.Select(greenlet => greenlet.Value));
            },
            ["Killall without blocking returns before they have ended"] = () =>
            {
                Greenlet[] greenlets = [SpawnWork("a", Ages), SpawnWork("b", Ages)];
                Greenlet.Yield();
                Greenlet.KillAll(greenlets, block: false);
                Say(greenlets.Select(greenlet => greenlet.Ready));
                Greenlet.JoinAll(greenlets);
            },
            ["Killall with an exception fails those that wait with it, and leaves the finished as they are"] = () =>
            {
                Greenlet[] greenlets = [Greenlet.Spawn(() => 1), SpawnSleep(Ages)];
                Greenlet.Yield();
                Greenlet.KillAll(greenlets, new Boom("all"));
                foreach (var greenlet in greenlets)
                    Say(greenlet.Value, greenlet.Exception);
            },
            ["Killall of nobody returns at once"] = () => Attempt(() => Greenlet.KillAll([])),
        };

    private static Greenlet Stubborn(TimeSpan pause)
    {
        var greenlet = Greenlet.Spawn(() =>
        {
            try
            {
                Greenlet.Sleep(Ages);
            }
            catch (GreenletExit)
            {
                Work("it", pause);
            }
        });
        Greenlet.Yield();
        return greenlet;
    }
}
