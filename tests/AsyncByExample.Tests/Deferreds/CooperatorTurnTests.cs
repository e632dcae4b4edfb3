using System.Collections;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CooperatorTurnTests
{
    private readonly List<string> _events = [];
    private readonly Steps _steps;

    public CooperatorTurnTests() => _steps = new Steps(_events);

    [Fact]
    public void In_virtual_time_the_reactor_has_its_turn_after_every_step()
    {
        Run(
            (coop, reactor) =>
            {
                reactor.CallLater(0, () => reactor.CallLater(0, () => _events.Add("call")));
                coop.Coiterate(_steps.Count("a", 5));
            }
        );
        _events.IndexOf("call").ShouldBeLessThan(4);
    }

    [Fact]
    public void A_task_whose_Deferred_fires_goes_on_right_after_the_call_that_fired_it()
    {
        Run(
            (coop, reactor) =>
            {
                var page = new Deferred<string>();
                coop.Coiterate(_steps.WaitFor(page));
                reactor.CallLater(
                    1,
                    () =>
                    {
                        page.Callback("page");
                        _events.Add("end of the call");
                    }
                );
                reactor.CallLater(1, () => _events.Add("next call"));
            }
        );
        _events.ShouldBe(["waiting", "end of the call", "got page", "next call"]);
    }

    [Fact]
    public void Two_cooperators_that_wake_each_other_leave_the_reactor_its_turns()
    {
        var (ping, pong) = (new Deferred<int>(), new Deferred<int>());
        IEnumerator<Deferred> Ping()
        {
            while (true)
            {
                yield return ping;
                ping = new Deferred<int>();
                pong.Callback(1);
            }
        }

        IEnumerator<Deferred> Pong()
        {
            while (true)
            {
                yield return pong;
                pong = new Deferred<int>();
                ping.Callback(1);
            }
        }

        OnReactor.Run(
            reactor =>
            {
                new Cooperator(reactor).Coiterate(Ping());
                new Cooperator(reactor).Coiterate(Pong());
                reactor.CallLater(0, () => ping.Callback(1));
                reactor.CallLater(0, () => _events.Add("call"));
                reactor.CallLater(0, reactor.Stop);
            },
            seconds: 5
        );
        _events.ShouldBe(["call"]);
    }

    [Fact]
    public void An_iterator_without_end_leaves_the_reactor_its_turns_where_all_its_Deferreds_have_fired()
    {
        static IEnumerator<Deferred> Endless()
        {
            while (true)
                yield return Defer.Succeed(1);
        }

        OnReactor.Run(
            reactor =>
            {
                new Cooperator(reactor).Coiterate(Endless());
                reactor.CallLater(0, reactor.Stop);
            },
            seconds: 5
        );
    }

    [Fact]
    public void An_iterator_without_end_leaves_the_reactor_its_turns_in_real_time()
    {
        static IEnumerator Endless()
        {
            while (true)
                yield return null;
        }

        Recorder.Record(
            "test",
            Clock.Real(),
            LowerBound.NoWaiting([]),
            () =>
            {
                var reactor = new Reactor();
                new Cooperator(reactor).Coiterate(Endless());
                reactor.CallLater(0.1, reactor.Stop);
                reactor.Run();
            }
        );
    }

    [Fact]
    public void A_hundred_thousand_iterators_retire_and_as_many_fired_Deferreds_are_no_recursion()
    {
        static IEnumerator<Deferred> Waiting(int times)
        {
            for (var i = 0; i < times; i++)
                yield return Defer.Succeed(i);
        }

        Run(coop =>
        {
            new DeferredList([
                .. Enumerable.Range(0, 100_000).Select(_ => coop.Coiterate(Waiting(1))),
                coop.Coiterate(Waiting(100_000)),
            ]).AddCallback(_ => _events.Add("all done"));
        });
        _events.ShouldBe(["all done"]);
    }

    private static void Run(Action<Cooperator> main) => Run((coop, _) => main(coop));

    private static void Run(Action<Cooperator, Reactor> main) =>
        OnReactor.Run(reactor => main(new Cooperator(reactor), reactor), seconds: 5);
}
