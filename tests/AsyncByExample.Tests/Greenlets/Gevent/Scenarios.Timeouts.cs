using AsyncByExample.Greenlets;
using Timeout = AsyncByExample.Greenlets.Timeout;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Timeouts { get; } =
        new()
        {
            ["A Timeout raises itself in the block when its time is over"] = () =>
            {
                Timeout? timeout = null;
                try
                {
                    using (timeout = new Timeout(Short))
                    {
                        Greenlet.Sleep(Long);
                        Say("not reached");
                    }
                }
                catch (TimeoutExpiredException exception)
                {
                    Say("it is that one", exception.Timeout == timeout, Elapsed());
                }
            },
            ["A Timeout is cancelled by leaving its block"] = () =>
            {
                Timeout timeout;
                using (timeout = new Timeout(Short))
                {
                    Say("pending", timeout.Pending);
                    Greenlet.Yield();
                }
                Say("pending", timeout.Pending);
                Greenlet.Sleep(Long);
                Say("nothing happens");
            },
            ["A Timeout is cancelled when its block is left by an exception"] = () =>
            {
                try
                {
                    using (new Timeout(Short))
                        throw new Boom("in the block");
                }
                catch (Boom exception)
                {
                    Say(exception);
                }
                Greenlet.Sleep(Long);
                Say("nothing happens");
            },
            ["A silent Timeout leaves its block without an exception"] = () =>
            {
                Timeout.Run(
                    Short,
                    () =>
                    {
                        Greenlet.Sleep(Long);
                        Say("not reached");
                    }
                );
                Say("after the block", Elapsed());
            },
            ["A Timeout with an exception of its own raises that"] = () =>
            {
                try
                {
                    using (new Timeout(Short, new Boom("too late")))
                        Greenlet.Sleep(Long);
                }
                catch (Boom exception)
                {
                    Say(exception);
                }
            },
            ["Of nested Timeouts the inner one may be first, and the outer one goes on counting"] = () =>
            {
                using var outer = new Timeout(Long);
                try
                {
                    using var inner = new Timeout(Short);
                    Caught(inner, "inner", () => Greenlet.Sleep(Ages));
                    Greenlet.Sleep(Ages);
                }
                catch (TimeoutExpiredException exception)
                {
                    Say("outer", exception.Timeout == outer, Elapsed());
                }
            },
            ["Of nested Timeouts the outer one may be first, and passes through the inner block"] = () =>
            {
                using (var outer = new Timeout(Short))
                    try
                    {
                        using (new Timeout(Long))
                            Greenlet.Sleep(Ages);
                        Say("not reached");
                    }
                    catch (TimeoutExpiredException exception)
                    {
                        Say("outer", exception.Timeout == outer);
                    }
                Greenlet.Sleep(Long);
                Say("nothing else happens");
            },
            ["A silent inner Timeout does not silence the outer one"] = () =>
            {
                using var outer = new Timeout(Short);
                try
                {
                    Timeout.Run(Long, () => Greenlet.Sleep(Ages));
                    Say("not reached");
                }
                catch (TimeoutExpiredException exception)
                {
                    Say("outer", exception.Timeout == outer);
                }
            },
            ["Of nested Timeouts with equal times the one that started first is first"] = () =>
            {
                using var outer = new Timeout(Short);
                using var inner = new Timeout(Short);
                try
                {
                    Greenlet.Sleep(Ages);
                }
                catch (TimeoutExpiredException exception)
                {
                    Say("outer", exception.Timeout == outer, "inner", exception.Timeout == inner);
                }
            },
            ["A Timeout of no seconds never comes"] = () =>
            {
                using var timeout = new Timeout(null);
                Greenlet.Sleep(Short);
                Say("pending", timeout.Pending);
            },
            ["A Timeout of 0 seconds comes at the first wait"] = () => Limited(Ms(0), "before the wait"),
            ["A Timeout of less than 0 seconds is one of 0"] = () => Limited(Ms(-1000), "before the wait"),
            ["A Timeout of 0 seconds comes after all waits of 0 seconds, and at the first of more"] = () =>
            {
                try
                {
                    using var timeout = new Timeout(Ms(0));
                    Greenlet.Yield();
                    Say("once");
                    Greenlet.Yield();
                    Say("twice");
                    Greenlet.Sleep(Short);
                }
                catch (TimeoutExpiredException exception)
                {
                    Say(exception);
                }
            },
            ["A Timeout does not come to who never waits"] = () =>
            {
                using (new Timeout(Short))
                {
                    AsyncByExample.Clocks.Thread.Sleep(100);
                    Say("the block ends");
                }
                Greenlet.Yield();
                Say("nothing happens");
            },
            ["A Timeout comes to the greenlet that started it and to no other"] = () =>
            {
                Greenlet.JoinAll([Greenlet.Spawn(LimitedWork), SpawnWork("other", Long)]);

                static void LimitedWork()
                {
                    Timeout.Run(Short, () => Work("limited", Long));
                    Say("limited goes on");
                }
            },
            ["A Timeout may be started and cancelled by hand"] = () =>
            {
                var timeout = new Timeout(Short);
                Say(timeout.Pending);
                timeout.Cancel();
                Say(timeout.Pending);
                Greenlet.Sleep(Long);
                Say("nothing happens");
            },
            ["A Timeout that is pending cannot be started again"] = () =>
            {
                using var timeout = new Timeout(Short);
                Attempt(timeout.Start);
            },
            ["With_timeout returns what the function returns in time"] = () =>
                Attempt(() => Timeout.Run(Long, Work42("it", Short), 0)),
            ["With_timeout raises Timeout when the time is over"] = () =>
                Attempt(() =>
                {
                    using var timeout = new Timeout(Short);
                    Work("it", Long);
                }),
            ["With_timeout returns the value for that case when the time is over"] = () =>
                Attempt(() => Timeout.Run(Short, Sleep, "too late")),
            ["With_timeout passes on what the function raises"] = () =>
                Attempt(() => Timeout.Run(Short, string () => throw new Boom("one"), "too late")),
            ["With_timeout does not take another Timeout for its own"] = () =>
                Attempt(() => Timeout.Run(Long, Run, "too late")),
        };

    private static void Caught(Timeout timeout, string name, Action wait)
    {
        try
        {
            wait();
        }
        catch (TimeoutExpiredException exception)
        {
            Say(name, exception.Timeout == timeout, Elapsed());
        }
    }

    private static void Limited(TimeSpan limit, string words)
    {
        try
        {
            using var timeout = new Timeout(limit);
            Say(words);
            Greenlet.Sleep(Short);
            Say("not reached");
        }
        catch (TimeoutExpiredException exception)
        {
            Say(exception);
        }
    }

    private static string Sleep()
    {
        Greenlet.Sleep(Long);
        return "in time";
    }

    private static string Run()
    {
        using var timeout = new Timeout(Short);
        Greenlet.Sleep(Ages);
        return "in time";
    }
}
