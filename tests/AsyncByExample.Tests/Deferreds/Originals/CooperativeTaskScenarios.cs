using System.Collections;
using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Single tasks of a cooperator: added, paused and resumed.</summary>
internal static class CooperativeTaskScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A task may add another, which is last in the round",
                async it =>
                {
                    var cooperator = it.Cooperator();
                    IEnumerator Adding()
                    {
                        it.Say("a 1");
                        cooperator.Coiterate(it.Steps("added", [null]));
                        yield return null;
                        it.Say("a 2");
                        yield return null;
                        it.Say("a ends");
                    }

                    cooperator.Coiterate(Adding());
                    cooperator.Coiterate(it.Steps("b", null, null));
                    await it.RunAsync(9);
                }
            },
            {
                "A paused task has no turns until it is resumed, and then comes before the one whose turn was next",
                async it =>
                {
                    var cooperator = it.Cooperator();
                    var task = cooperator.Cooperate(it.Steps("a", null, null, null));
                    cooperator.Cooperate(it.Steps("b", null, null, null, null, null, null));
                    await it.RunAsync(2);
                    task.Pause();
                    await it.RunAsync(2);
                    task.Resume();
                    await it.RunAsync(7);
                }
            },
            {
                "A task that is paused twice goes on when it has been resumed twice",
                async it =>
                {
                    var task = it.Cooperator().Cooperate(it.Steps("a", [null]));
                    task.Pause();
                    task.Pause();
                    task.Resume();
                    await it.RunAsync(1);
                    task.Resume();
                    await it.RunAsync(2);
                }
            },
            {
                "To resume a task that is not paused raises NotPaused",
                it => it.Attempt(it.Cooperator().Cooperate(it.Steps("a", [null])).Resume)
            },
            {
                "A task that is paused while it waits for a Deferred needs both to go on",
                async it =>
                {
                    var waiting = new D();
                    var task = it.Cooperator().Cooperate(it.Steps("a", () => waiting));
                    await it.RunAsync(1);
                    task.Pause();
                    waiting.Callback(null);
                    await it.RunAsync(1);
                    task.Resume();
                    await it.RunAsync(1);
                }
            },
            {
                "A task may pause itself in its own step",
                async it =>
                {
                    CooperativeTask? task = null;
                    IEnumerator Pausing()
                    {
                        it.Say("a 1");
                        task!.Pause();
                        yield return null;
                        it.Say("a 2");
                    }

                    task = it.Cooperator().Cooperate(Pausing());
                    await it.RunAsync(2);
                    task.Resume();
                    await it.RunAsync(1);
                }
            },
        };

    private static void Note(Stage it, string name, Deferred<IEnumerator> done) =>
        done.AddCallbacks(_ => { }, error => it.Errback(name, "saved")(error));

    private static D Failed() => Defer.Fail(new Boom("one"));

    private static void Fail() => throw new Boom("one");
}
