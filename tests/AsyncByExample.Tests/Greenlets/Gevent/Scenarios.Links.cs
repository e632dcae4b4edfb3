using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Links { get; } =
        new()
        {
            ["Links are called in the order in which they were added, with the greenlet"] = () =>
            {
                Greenlet greenlet = Greenlet.Spawn(() => 42);
                foreach (var name in "abc")
                    greenlet.Link(source => Say(name, source == greenlet, source.Value));
                greenlet.Join();
                Greenlet.Yield();
            },
            ["Who joins is woken in the order of links: after those added before, before those added after"] = () =>
            {
                var greenlet = SpawnWork("it", Short);
                greenlet.Link(_ => Say("link before"));
                var joiner = Greenlet.Spawn(() =>
                {
                    greenlet.Join();
                    Say("joined");
                });
                Greenlet.Yield();
                greenlet.Link(_ => Say("link after"));
                joiner.Join();
                Greenlet.Yield();
            },
            ["Link_value is called for a success and link_exception for a failure"] = () =>
            {
                foreach (var greenlet in new[] { Greenlet.Spawn(() => 42), SpawnFail("one") })
                {
                    greenlet.LinkValue(source => Say("value", source.Value));
                    greenlet.LinkException(source => Say("exception", source.Exception));
                    greenlet.Link(source => Say("either", source.Successful));
                    greenlet.Join();
                    Greenlet.Yield();
                }
            },
            ["A killed greenlet counts as a success for its links"] = () =>
            {
                var greenlet = SpawnSleep(Ages);
                greenlet.LinkValue(source => Say("value", source.Value));
                greenlet.LinkException(source => Say("exception", source.Exception));
                Greenlet.Yield();
                greenlet.Kill();
                Greenlet.Yield();
            },
            ["A greenlet killed before its start calls its links too"] = () =>
            {
                var greenlet = SpawnSleep(Ages);
                greenlet.Link(source => Say("linked", source.Value));
                greenlet.Kill();
                Say("killed");
                Greenlet.Yield();
                Say("the end");
            },
            ["A link that was taken off is not called"] = () =>
            {
                Greenlet greenlet = Greenlet.Spawn(() => 42);
                Action<Greenlet> first = _ => Say("first");
                greenlet.Link(first);
                greenlet.Link(_ => Say("second"));
                greenlet.Unlink(first);
                greenlet.Join();
                Greenlet.Yield();
            },
            ["A link to a finished greenlet is called in the next turn, not at once"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => 42);
                greenlet.Join();
                greenlet.Link(source => Say("linked", source.Value));
                Say("link returned");
                Greenlet.Yield();
                Say("the end");
            },
            ["The same link added twice is called twice"] = () =>
            {
                Greenlet greenlet = Greenlet.Spawn(() => 42);
                Action<Greenlet> callback = _ => Say("called");
                greenlet.Link(callback);
                greenlet.Link(callback);
                greenlet.Join();
                Greenlet.Yield();
            },
            ["A link that raises does not keep the next from being called"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => 42);
                greenlet.Link(_ => throw new Boom("link"));
                greenlet.Link(_ => Say("the next"));
                greenlet.Join();
                Greenlet.Yield();
                Say(greenlet.Value);
            },
            ["A link may wait, for it is called in a greenlet of its own"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => 42);
                greenlet.Link(_ => Work("link", Short));
                greenlet.Link(_ => Work("next link"));
                greenlet.Join();
                Greenlet.Sleep(Long);
            },
            ["A link may spawn a greenlet, which starts after the other links"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => 42);
                greenlet.Link(_ => SpawnSay("spawned"));
                greenlet.Link(_ => Say("the next link"));
                greenlet.Join();
                Greenlet.Yield();
                Greenlet.Yield();
            },
            ["Links are called after greenlets that were ready when theirs ended"] = () =>
            {
                var greenlet = SpawnSay("it");
                greenlet.Link(_ => Say("link"));
                SpawnSay("another");
                Greenlet.Yield();
                Greenlet.Yield();
            },
            ["A link to an AsyncResult hands it the value or the failure"] = () =>
            {
                foreach (
                    var greenlet in new[] { Greenlet.Spawn(() => 42), Greenlet.Spawn(int () => throw new Boom("one")) }
                )
                {
                    var result = new AsyncResult<int>();
                    greenlet.Link(result.SetFrom);
                    Attempt(() => result.Get());
                }
            },
        };
}
