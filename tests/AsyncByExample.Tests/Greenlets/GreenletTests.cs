using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Greenlets;

public class GreenletTests
{
    [Fact]
    public void Nothing_runs_before_somebody_joins()
    {
        var events = new List<string>();
        Run(() =>
        {
            var greenlet = Greenlet.Spawn(() => events.Add("greenlet"));
            events.Add("main");
            Greenlet.JoinAll([greenlet]);
            greenlet.IsFinished.ShouldBeTrue();
        });
        events.ShouldBe(["main", "greenlet"]);
    }

    [Fact]
    public void Greenlets_take_turns_where_they_yield_and_nowhere_else()
    {
        var events = new List<string>();
        Run(() =>
            Greenlet.JoinAll(
                new[] { "a", "b" }.Select(name =>
                    Greenlet.Spawn(() =>
                    {
                        events.Add($"{name}1");
                        events.Add($"{name}2");
                        Greenlet.Yield();
                        events.Add($"{name}3");
                    })
                )
            )
        );
        events.ShouldBe(["a1", "a2", "b1", "b2", "a3", "b3"]);
    }

    [Fact]
    public void A_greenlet_that_throws_is_reported_and_the_others_go_on()
    {
        var error = Console.Error;
        var reported = new StringWriter();
        Console.SetError(reported);
        try
        {
            var ended = false;
            Greenlet broken = null!;
            Run(() =>
            {
                broken = Greenlet.Spawn(() => throw new InvalidOperationException("boom"));
                Greenlet.JoinAll([broken, Greenlet.Spawn(() => ended = true)]);
            });
            ended.ShouldBeTrue();
            broken.Exception.ShouldBeOfType<InvalidOperationException>();
            reported.ToString().Trim().ShouldBe("a greenlet ended with InvalidOperationException: boom");
        }
        finally
        {
            Console.SetError(error);
        }
    }

    [Fact]
    public void A_greenlet_can_wait_for_others()
    {
        var events = new List<string>();
        Run(() =>
        {
            var slow = Greenlet.Spawn(() =>
            {
                Greenlet.Sleep(TimeSpan.FromSeconds(1));
                events.Add("slow");
            });
            Greenlet.JoinAll([
                Greenlet.Spawn(() =>
                {
                    Greenlet.JoinAll([slow, slow]);
                    events.Add("after");
                }),
            ]);
        });
        events.ShouldBe(["slow", "after"]);
    }

    [Fact]
    public void Joining_what_is_finished_returns_at_once() =>
        Run(() =>
        {
            var greenlet = Greenlet.Spawn(() => { });
            Greenlet.JoinAll([greenlet]);
            Greenlet.JoinAll([greenlet]);
            Greenlet.JoinAll([]);
        });

    [Fact]
    public void What_one_example_never_joined_does_not_run_in_the_next()
    {
        var clock = Clock.Virtual();
        var events = new List<string>();
        Recorder.Record("first", clock, LowerBound.NoWaiting([]), () => Greenlet.Spawn(() => events.Add("forgotten")));
        Recorder.Record(
            "second",
            clock,
            LowerBound.NoWaiting([]),
            () => Greenlet.JoinAll([Greenlet.Spawn(() => events.Add("joined"))])
        );
        events.ShouldBe(["joined"]);
    }

    [Fact]
    public void Outside_a_greenlet_the_stand_in_for_Thread_sleeps_as_ever()
    {
        var run = Run(() =>
        {
            using var et = ElapsedTime.Start("main", 1);
            AsyncByExample.Greenlets.Thread.Sleep(2000);
        });
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Only_a_greenlet_can_let_go() =>
        Run(() =>
            EventLoop.Run(() =>
            {
                Should.Throw<InvalidOperationException>(Greenlet.Yield).Message.ShouldContain("Greenlet.Spawn");
                return Task.CompletedTask;
            })
        );

    [Fact]
    public void Taking_from_the_patched_queue_lets_go_once()
    {
        var events = new List<string>();
        Run(() =>
        {
            var queue = new AsyncByExample.Greenlets.Queue<int>([1]);
            Greenlet.JoinAll([
                Greenlet.Spawn(() =>
                {
                    queue.TryDequeue(out var item).ShouldBeTrue();
                    events.Add($"took {item}");
                    queue.TryDequeue(out _).ShouldBeFalse();
                }),
                Greenlet.Spawn(() => events.Add("meanwhile")),
            ]);
        });
        events.ShouldBe(["meanwhile", "took 1"]);
    }

    [Fact]
    public void A_thousand_greenlets_sleep_side_by_side() =>
        Run(() =>
            Greenlet.JoinAll([
                .. Enumerable.Range(0, 1000).Select(_ => Greenlet.Spawn(() => Greenlet.Sleep(TimeSpan.FromSeconds(1)))),
            ])
        )
            .Total.ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void A_turn_of_the_loop_keeps_its_place_between_two_greenlets()
    {
        var events = new List<string>();
        Run(() =>
            EventLoop.Run(async () =>
            {
                var a = Greenlet.Spawn(() => Twice("a"));
                EventLoop.Current!.Post(() => events.Add("loop"));
                var b = Greenlet.Spawn(() => Twice("b"));
                while (!a.IsFinished || !b.IsFinished)
                    await Task.Yield();
            })
        );
        events.ShouldBe(["a1", "loop", "b1", "a2", "b2"]);

        void Twice(string name)
        {
            events.Add($"{name}1");
            Greenlet.Yield();
            events.Add($"{name}2");
        }
    }

    [Fact]
    public void Greenlets_that_never_let_go_share_a_thread_one_after_the_other()
    {
        var threads = new HashSet<int>();
        Run(() =>
            Greenlet.JoinAll([
                .. Enumerable
                    .Range(0, 10)
                    .Select(_ => Greenlet.Spawn(() => threads.Add(Environment.CurrentManagedThreadId))),
            ])
        );
        threads.ShouldHaveSingleItem().ShouldNotBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public void A_greenlet_on_the_thread_of_one_that_has_ended_does_not_go_on_with_its_task()
    {
        var run = Run(() =>
            Greenlet.JoinAll([
                Greenlet.Spawn(() =>
                {
                    ElapsedTime.Start("Task One", 1);
                    Console.WriteLine("one");
                }),
                Greenlet.Spawn(() => Console.WriteLine("nobody's")),
            ])
        );
        run.Timeline.Lines.Select(line => (line.Lane, line.Text)).ShouldBe([("Task One", "one"), (null, "nobody's")]);
    }

    private static Run Run(Action main) => Recorder.Record("test", Clock.Virtual(), LowerBound.NoWaiting([]), main);
}
