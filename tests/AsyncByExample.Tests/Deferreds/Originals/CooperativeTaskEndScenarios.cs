using System.Collections;
using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>How single tasks of a cooperator end.</summary>
internal static class CooperativeTaskEndScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "What is done is told before the next task has a turn, and a callback of it may add another task",
                async it =>
                {
                    var cooperator = it.Cooperator();
                    cooperator
                        .Coiterate(it.Steps("a"))
                        .AddCallback(_ => cooperator.Coiterate(it.Steps("added", [null])));
                    cooperator.Coiterate(it.Steps("b", null, null));
                    await it.RunAsync(6);
                }
            },
            {
                "A task that raises fails with that, and the other one goes on",
                async it =>
                {
                    IEnumerator Failing()
                    {
                        it.Say("a 1");
                        yield return null;
                        Fail();
                    }

                    var cooperator = it.Cooperator();
                    Note(it, "a", cooperator.Coiterate(Failing()));
                    cooperator.Coiterate(it.Steps("b", null, null));
                    await it.RunAsync(5);
                }
            },
            {
                "A task that yields a Deferred that has failed already ends with that failure in the same turn",
                async it =>
                {
                    var cooperator = it.Cooperator();
                    Note(it, "task", cooperator.Coiterate(it.Steps("a", Failed, null)));
                    cooperator.Coiterate(it.Steps("b", null, null));
                    await it.RunAsync(4);
                }
            },
            {
                "A stopped task has no more turns, and whenDone fails with TaskStopped",
                async it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a", null, null));
                    Note(it, "whenDone", task.WhenDone());
                    await it.RunAsync(1);
                    task.Stop();
                    it.Say("stopped");
                    await it.RunAsync(2);
                }
            },
            {
                "To stop a task twice raises TaskStopped",
                it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a", [null]));
                    task.Stop();
                    it.Attempt(task.Stop);
                    it.Attempt(task.Pause);
                    it.Attempt(task.Resume);
                }
            },
            {
                "To stop or pause a task that is done raises TaskDone",
                async it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a"));
                    await it.AdvanceAsync(1);
                    it.Attempt(task.Stop);
                    it.Attempt(task.Pause);
                    it.Attempt(task.Resume);
                }
            },
            {
                "To stop or pause a task that failed raises TaskFailed",
                async it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a", Failed));
                    await it.AdvanceAsync(1);
                    it.Attempt(task.Stop);
                    it.Attempt(task.Pause);
                }
            },
            {
                "A task may stop itself in its own step, whose yield is the last",
                async it =>
                {
                    CooperativeTask? task = null;
                    IEnumerator Stopping()
                    {
                        it.Say("a 1");
                        task!.Stop();
                        it.Say("a goes on to its yield");
                        yield return null;
                        it.Say("not reached");
                    }

                    task = it.Cooperator().Cooperate(Stopping());
                    Note(it, "whenDone", task.WhenDone());
                    await it.RunAsync(2);
                }
            },
            {
                "One task may stop the next, which then has no turn",
                async it =>
                {
                    CooperativeTask? next = null;
                    IEnumerator Stopping()
                    {
                        it.Say("a 1");
                        next!.Stop();
                        yield return null;
                        it.Say("a 2");
                    }

                    var cooperator = it.Cooperator();
                    cooperator.Cooperate(Stopping());
                    next = cooperator.Cooperate(it.Steps("b", [null]));
                    cooperator.Cooperate(it.Steps("c", [null]));
                    Note(it, "b", next.WhenDone());
                    await it.RunAsync(5);
                }
            },
            {
                "WhenDone gives each who asks a Deferred of his own, and they fire in the order of asking",
                async it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a"));
                    var (first, second) = (task.WhenDone(), task.WhenDone());
                    it.Say(first == second);
                    first.AddCallback(_ => it.Say("first"));
                    second.AddCallback(_ => it.Say("second"));
                    await it.AdvanceAsync(1);
                }
            },
            {
                "WhenDone of a task that is done, has failed or was stopped has fired already",
                async it =>
                {
                    var cooperator = it.Cooperator(5);
                    var iterator = it.Steps("a");
                    var done = cooperator.Cooperate(iterator);
                    var failed = cooperator.Cooperate(it.Steps("b", Failed));
                    var stopped = cooperator.Cooperate(it.Steps("c", [null]));
                    stopped.Stop();
                    await it.AdvanceAsync(1);
                    done.WhenDone().AddCallback(result => it.Say("done", result == iterator));
                    Note(it, "failed", failed.WhenDone());
                    Note(it, "stopped", stopped.WhenDone());
                }
            },
        };

    private static void Note(Stage it, string name, Deferred<IEnumerator> done) =>
        done.AddCallbacks(_ => { }, error => it.Errback(name, "saved")(error));

    private static D Failed() => Defer.Fail(new Boom("one"));

    private static void Fail() => throw new Boom("one");
}
