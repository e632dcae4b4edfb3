using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Joining { get; } =
        new()
        {
            ["Joinall returns the greenlets in the order of finishing"] = () =>
            {
                Greenlet[] greenlets = [SpawnSleep(Long), SpawnSleep(Short), SpawnSleep(Longer)];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets)));
            },
            ["Joinall with a time returns those that finished in time"] = () =>
            {
                Greenlet[] greenlets = [SpawnSleep(Longer), SpawnSleep(Short)];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets, Long)), Elapsed());
            },
            ["Joinall with a count returns when so many have finished, and the others go on"] = () =>
            {
                Greenlet[] greenlets = [SpawnWork("a", Long), SpawnWork("b", Short), SpawnWork("c", Longer)];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets, count: 1)), Elapsed());
                Greenlet.JoinAll(greenlets);
            },
            ["Joinall with a count larger than the list waits for all"] = () =>
                Say(Greenlet.JoinAll([SpawnSleep(Ms(0)), SpawnSleep(Ms(0))], count: 5).Count),
            ["Joinall of nobody returns an empty list at once"] = () =>
            {
                SpawnSay("it runs");
                Say(Greenlet.JoinAll([]));
            },
            ["Joinall returns failed greenlets with the others and raises nothing"] = () =>
            {
                Greenlet[] greenlets = [SpawnFail("one"), Greenlet.Spawn(() => 42)];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets)));
            },
            ["Joinall that is to raise raises the first failure in time, and the others go on"] = () =>
            {
                Greenlet[] greenlets = [SpawnFail("late", Long), SpawnFail("early", Short), SpawnWork("c", Longer)];
                Attempt(() => Greenlet.JoinAll(greenlets, raiseError: true));
                Say(Elapsed());
                Greenlet.JoinAll(greenlets);
            },
            ["Joinall that is to raise returns the list when nobody fails"] = () =>
            {
                Greenlet[] greenlets = [SpawnSleep(Short), SpawnSleep(Ms(0))];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets, raiseError: true)));
            },
            ["Joinall counts finished greenlets too, before the others"] = () =>
            {
                var done = Greenlet.Spawn(() => 1);
                done.Join();
                Greenlet[] greenlets = [SpawnSleep(Ms(0)), done];
                Say(Places(greenlets, Greenlet.JoinAll(greenlets)));
            },
            ["Joinall of finished greenlets alone does not let go"] = () =>
            {
                var done = Greenlet.Spawn(() => 1);
                done.Join();
                SpawnSay("another");
                Say(Greenlet.JoinAll([done]).Count);
            },
            ["Joinall of one greenlet twice waits for it once"] = () =>
            {
                var greenlet = SpawnSleep(Ms(0));
                Say(Greenlet.JoinAll([greenlet, greenlet]).Count);
            },
            ["Joinall with a time of 0 returns those that end without waiting for a time"] = () =>
            {
                Greenlet[] greenlets = [SpawnWork("a"), SpawnWork("b", Short)];
                Say(Greenlet.JoinAll(greenlets, Ms(0)).Count);
                Say(greenlets.Select(greenlet => greenlet.Ready));
            },
            ["Joinall inside a greenlet lets the others run"] = () =>
            {
                Greenlet.JoinAll([Greenlet.Spawn(Outer), SpawnWork("c", Ms(0), Ms(0))]);

                static void Outer()
                {
                    Greenlet.JoinAll([SpawnWork("a", Ms(0)), SpawnWork("b", Ms(0))]);
                    Say("outer ends");
                }
            },
            ["Iwait yields each greenlet when it finishes"] = () =>
            {
                Greenlet[] greenlets = [SpawnSleep(Long), SpawnSleep(Short)];
                foreach (var greenlet in Greenlet.JoinEach(greenlets))
                    Say(Array.IndexOf(greenlets, greenlet), Elapsed());
            },
            ["Iwait with a time ends without an exception when that is over"] = () =>
            {
                Greenlet[] greenlets = [SpawnSleep(Longer), SpawnSleep(Short)];
                foreach (var greenlet in Greenlet.JoinEach(greenlets, Long))
                    Say(Array.IndexOf(greenlets, greenlet));
                Say("the end", Elapsed());
            },
        };
}
