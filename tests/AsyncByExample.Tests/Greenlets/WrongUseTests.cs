using AsyncByExample.Clocks;
using AsyncByExample.Greenlets;
using Timeout = AsyncByExample.Greenlets.Timeout;

namespace AsyncByExample.Tests.Greenlets;

public class WrongUseTests
{
    private static readonly TimeSpan MinusOne = System.Threading.Timeout.InfiniteTimeSpan;

    [Fact]
    public void What_is_missing_is_named_at_once()
    {
        Should.Throw<ArgumentNullException>(() => Greenlet.Spawn((Action)null!)).ParamName.ShouldBe("run");
        Should.Throw<ArgumentNullException>(() => Greenlet.Spawn((Func<int>)null!)).ParamName.ShouldBe("run");
        Should.Throw<ArgumentNullException>(() => Greenlet.Spawn((Action<int>)null!, 1)).ParamName.ShouldBe("run");
        Should
            .Throw<ArgumentNullException>(() => Greenlet.SpawnLater(default, (Action)null!))
            .ParamName.ShouldBe("run");
        Should.Throw<ArgumentNullException>(() => Greenlet.JoinAll(null!)).ParamName.ShouldBe("greenlets");
        Should.Throw<ArgumentNullException>(() => Greenlet.KillAll(null!)).ParamName.ShouldBe("greenlets");
        Should.Throw<ArgumentNullException>(() => Timeout.Run(default, null!)).ParamName.ShouldBe("action");
        Run(() => Should.Throw<ArgumentException>(() => Greenlet.JoinAll([null!]))).Message.ShouldContain("at place 0");
        Run(() => Should.Throw<ArgumentNullException>(() => Greenlet.Spawn(static () => { }).Link(null!)))
            .ParamName.ShouldBe("callback");
    }

    [Fact]
    public void A_timeout_of_minus_one_is_refused_by_every_call()
    {
        Action[] calls =
        [
            () => Greenlet.Sleep(MinusOne),
            () => Greenlet.Spawn(static () => { }).Join(MinusOne),
            () => Greenlet.Spawn(static () => 1).Get(MinusOne),
            () => Greenlet.JoinAll([], MinusOne),
            () => _ = new Timeout(MinusOne),
            () => new AsyncByExample.Greenlets.Queue<int>().Get(MinusOne),
            () => new AsyncByExample.Greenlets.Queue<int>().Put(1, MinusOne),
            () => new Event().Wait(MinusOne),
        ];
        Run(() =>
        {
            foreach (var call in calls)
                Should.Throw<ArgumentOutOfRangeException>(call).Message.ShouldContain("has no timeout of -1 ms");
            return true;
        });
    }

    [Fact]
    public void A_queue_has_no_negative_size() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => new AsyncByExample.Greenlets.Queue<int>(-1))
            .Message.ShouldStartWith("the maxsize of a Queue is how many it has room for, or 0 for any number, not -1");

    [Fact]
    public void A_greenlet_that_waits_for_its_own_end_is_told()
    {
        Greenlet greenlet = null!;
        Run(() => Greenlet.JoinAll([greenlet = Greenlet.Spawn(() => greenlet.Join())]));
        greenlet
            .Exception.ShouldBeOfType<InvalidOperationException>()
            .Message.ShouldBe(
                "Greenlet.Join waits until a greenlet has ended, and this is the one that calls it: call it from another"
            );
    }

    [Fact]
    public void LoopExit_says_who_waits_for_whom_and_where()
    {
        var message = Run(() =>
        {
            Greenlet[] two = [null!, null!];
            two[0] = Greenlet.Spawn(() => Join("Task One", two, 1));
            two[1] = Greenlet.Spawn(() => Join("Task Two", two, 0));
            return Should.Throw<LoopExit>(() => Greenlet.JoinAll(two, line: 3)).Message;
        });
        message.ShouldBe(
            "nobody can go on, because everybody waits: the main program in Greenlet.JoinAll (line 3) for Task One, Task Two; "
                + "Task One in Greenlet.Join (line 7) for Task Two; Task Two in Greenlet.Join (line 7) for Task One: "
                + "let somebody put, set, release or end what is waited for, or give the wait a timeout"
        );
    }

    [Fact]
    public void LoopExit_names_a_greenlet_without_a_task_by_its_number() =>
        Run(() =>
            {
                Greenlet.Spawn(() => new AsyncByExample.Greenlets.Queue<int>().Get(line: 5));
                return Should.Throw<LoopExit>(() => new Event().Wait(line: 6)).Message;
            })
            .ShouldContain("the main program in Event.Wait (line 6); greenlet 1 in Queue.Get (line 5)");

    [Fact]
    public void A_greenlet_that_awaits_another_thread_is_nobody_who_waits_for_ever()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(() =>
            {
                var greenlet = Greenlet.Spawn(() => Greenlet.Await(answer.Task));
                _ = Task.Run(() => answer.SetResult("from elsewhere"));
                return greenlet.Get();
            })
            .ShouldBe("from elsewhere");
    }

    [Fact]
    public void What_is_left_when_an_example_ends_leaves_its_using_blocks()
    {
        var left = false;
        Run(() =>
        {
            Greenlet.Spawn(() =>
            {
                try
                {
                    Greenlet.Sleep(TimeSpan.FromSeconds(5));
                }
                finally
                {
                    left = true;
                }
            });
            Greenlet.Yield();
            left.ShouldBeFalse();
            return true;
        });
        left.ShouldBeTrue();
    }

    [Fact]
    public void Who_wants_a_lock_that_a_waiting_greenlet_holds_is_told()
    {
        var (gate, free) = (new object(), new Event());
        var second = Run(() =>
        {
            Greenlet[] greenlets =
            [
                Greenlet.Spawn(() => Hold(() => free.Wait())),
                Greenlet.Spawn(() => Hold(free.Set)),
            ];
            greenlets[1].Link(_ => free.Set());
            Greenlet.JoinAll(greenlets);
            return greenlets[1];
        });
        second.Exception.ShouldBeOfType<SynchronizationLockException>().Message.ShouldContain("hold no lock across");

        void Hold(Action wait)
        {
            lock (gate)
                wait();
        }
    }

    private static void Join(string name, Greenlet[] greenlets, int other)
    {
        using var et = ElapsedTime.Start(name, 1);
        greenlets[other].Join(line: 7);
    }

    private static T Run<T>(Func<T> main)
    {
        T result = default!;
        Recorder.Record("test", Clock.Virtual(), LowerBound.NoWaiting([]), () => result = main());
        return result;
    }
}
