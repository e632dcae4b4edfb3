using System.Collections;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Deferreds;

public class CooperatorTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void Iterators_take_turns_and_each_Deferred_fires_with_its_iterator()
    {
        Run(coop =>
        {
            var a = Count("a", 2);
            coop.Coiterate(a).AddCallback(done => _events.Add(done == a ? "a is done" : "wrong one"));
            coop.Coiterate(Count("b", 3)).AddCallback(_ => _events.Add("b is done"));
            _events.ShouldBeEmpty("nothing runs at once");
        });
        _events.ShouldBe(["a1", "b1", "a2", "b2", "a is done", "b3", "b is done"]);
    }

    [Fact]
    public void A_yielded_Deferred_pauses_its_iterator_until_it_fires_and_nobody_else()
    {
        Run(coop =>
        {
            var page = new Deferred<string>();
            coop.Coiterate(WaitFor(page));
            coop.Coiterate(Count("b", 2)).AddCallback(_ => page.Callback("page"));
        });
        _events.ShouldBe(["waiting", "b1", "b2", "got page"]);
    }

    [Fact]
    public void A_yielded_Deferred_that_fails_ends_the_iterator_and_fails_its_Deferred()
    {
        OnReactor
            .Errors(() =>
                Run(coop =>
                {
                    coop.Coiterate(WaitFor(Defer.Fail<string>(Boom))).AddErrback(error => _events.Add(error.Message));
                    coop.Coiterate(Count("b", 1));
                })
            )
            .ShouldBeEmpty("it is the task's failure from there on");
        _events.ShouldBe(["waiting", "left", "boom", "b1"]);
    }

    [Fact]
    public void An_iterator_that_throws_fails_its_Deferred_and_the_others_go_on()
    {
        IEnumerator Throwing()
        {
            _events.Add("throwing");
            yield return null;
            throw Boom;
        }

        Run(coop =>
        {
            coop.Coiterate(Throwing()).AddErrback(error => _events.Add(error.Message));
            coop.Coiterate(Count("b", 3));
        });
        _events.ShouldBe(["throwing", "b1", "boom", "b2", "b3"]);
    }

    [Fact]
    public void Stopping_the_cooperator_stops_every_task_and_every_one_that_comes_later()
    {
        Run(coop =>
        {
            foreach (var name in new[] { "a", "b" })
                coop.Coiterate(Count(name, 9))
                    .AddErrback((OperationCanceledException _) => _events.Add($"{name} stopped"));
            coop.Stop();
            coop.Coiterate(Count("c", 9)).AddErrback(error => _events.Add(error.Message));
        });
        _events.ShouldBe(["a stopped", "b stopped", "the task was stopped before it was done"]);
    }

    [Fact]
    public void A_paused_task_has_no_turns_until_it_has_been_resumed_as_often()
    {
        Run(
            (coop, reactor) =>
            {
                var task = coop.Cooperate(Count("a", 2));
                task.Pause();
                task.Pause();
                coop.Coiterate(Count("b", 2));
                reactor.CallLater(1, task.Resume);
                reactor.CallLater(2, () => _events.Add("two seconds"));
                reactor.CallLater(2, task.Resume);
            }
        );
        _events.ShouldBe(["b1", "b2", "two seconds", "a1", "a2"]);
    }

    [Fact]
    public void A_task_that_is_paused_and_resumed_at_once_has_one_turn_in_each_round()
    {
        Run(coop =>
        {
            var task = coop.Cooperate(Count("a", 2));
            coop.Cooperate(Count("b", 2));
            task.Pause();
            task.Resume();
        });
        _events.ShouldBe(["a1", "b1", "a2", "b2"]);
    }

    [Fact]
    public void A_task_that_is_not_paused_cannot_be_resumed() =>
        Run(coop => Throws(coop.Cooperate(Count("a", 1)).Resume).ShouldContain("not paused"));

    [Fact]
    public void A_stopped_task_fails_whoever_waits_and_can_neither_be_stopped_nor_paused_again()
    {
        Run(coop =>
        {
            var task = coop.Cooperate(WaitFor(new Deferred<string>()));
            task.WhenDone().AddErrback(error => _events.Add(error.GetType().Name));
            coop.Cooperate(Count("b", 1))
                .WhenDone()
                .AddCallback(_ =>
                {
                    task.Stop();
                    Throws(task.Stop).ShouldContain("has ended");
                    Throws(task.Pause).ShouldContain("has ended");
                    task.WhenDone().AddErrback(_ => _events.Add("asked later"));
                });
        });
        _events.ShouldBe(["waiting", "b1", "left", "OperationCanceledException", "asked later"]);
    }

    [Fact]
    public void A_task_that_stops_itself_is_left_at_the_end_of_its_step()
    {
        CooperativeTask? task = null;
        IEnumerator Self()
        {
            try
            {
                task!.Stop();
                _events.Add("to the end of the step");
                yield return null;
                _events.Add("not me");
            }
            finally
            {
                _events.Add("left");
            }
        }

        Run(coop =>
        {
            task = coop.Cooperate(Self());
            task.WhenDone().AddErrback(_ => _events.Add("stopped"));
        });
        _events.ShouldBe(["stopped", "to the end of the step", "left"]);
    }

    [Fact]
    public void What_fails_after_its_task_was_stopped_is_reported()
    {
        OnReactor
            .Errors(() =>
                Run(coop =>
                {
                    var page = new Deferred<string>();
                    var task = coop.Cooperate(WaitFor(page));
                    coop.Coiterate(Count("b", 1))
                        .AddCallback(_ =>
                        {
                            task.Stop();
                            page.Errback(Boom);
                        });
                })
            )
            .ShouldContain("Unhandled error in Deferred: InvalidOperationException: boom");
    }

    [Fact]
    public void In_virtual_time_the_reactor_has_its_turn_after_every_step()
    {
        Run(
            (coop, reactor) =>
            {
                reactor.CallLater(0, () => reactor.CallLater(0, () => _events.Add("call")));
                coop.Coiterate(Count("a", 5));
            }
        );
        _events.IndexOf("call").ShouldBeLessThan(4);
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

    private IEnumerator Count(string name, int to)
    {
        for (var i = 1; i <= to; i++)
        {
            _events.Add($"{name}{i}");
            yield return null;
        }
    }

    private IEnumerator<Deferred> WaitFor(Deferred<string> page)
    {
        var done = false;
        try
        {
            _events.Add("waiting");
            yield return page;
            _events.Add($"got {page.Result}");
            done = true;
        }
        finally
        {
            if (!done)
                _events.Add("left");
        }
    }

    private static void Run(Action<Cooperator> main) => Run((coop, _) => main(coop));

    private static void Run(Action<Cooperator, Reactor> main) =>
        OnReactor.Run(reactor => main(new Cooperator(reactor), reactor), seconds: 5);

    private static InvalidOperationException Boom => new("boom");

    private static string Throws(Action action) => Should.Throw<InvalidOperationException>(action).Message;
}
