using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

internal static class ListScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A list fires when all have, with successes and failures in the order of the list",
                it =>
                {
                    var members = Three();
                    Note(it, new DeferredList(members));
                    members[2].Callback("c");
                    members[0].Callback("a");
                    it.Say("two have fired");
                    members[1].Errback(new Boom("b"));
                }
            },
            {
                "A list of nobody fires at once with an empty list",
                it =>
                {
                    Note(it, new DeferredList([]));
                    Note(it, new DeferredList([], fireOnOneErrback: true));
                }
            },
            {
                "A list of nobody that is to fire on one callback never fires",
                it => it.Say(new DeferredList([], fireOnOneCallback: true).IsFired)
            },
            {
                "A list of Deferreds that have fired fires at once",
                it => Note(it, new DeferredList([Defer.Succeed(1), Defer.Succeed(2)]))
            },
            {
                "A list that fires on one callback has that result and its index, and the others do nothing to it",
                it =>
                {
                    var members = Three();
                    NoteFirst(it, new DeferredList(members, fireOnOneCallback: true));
                    members[1].Callback("b");
                    members[0].Callback("a");
                    members[2].Errback(new Boom("c"));
                    members[2].AddErrback(it.Errback("c", "saved"));
                }
            },
            {
                "A list that fires on one callback, where none comes, has all the failures",
                it =>
                {
                    var members = Three();
                    Note(it, new DeferredList(members, fireOnOneCallback: true, consumeErrors: true));
                    FailAll(members);
                }
            },
            {
                "A list that fires on one errback fails with FirstError, which has the index and the failure",
                it =>
                {
                    var members = Three();
                    Note(it, new DeferredList(members, fireOnOneErrback: true, consumeErrors: true));
                    members[0].Callback("a");
                    members[2].Errback(new Boom("c"));
                    members[1].Errback(new Boom("b"));
                }
            },
            {
                "A list that fires on one errback, where none comes, has all the results",
                it =>
                {
                    var members = Three();
                    Note(it, new DeferredList(members, fireOnOneErrback: true));
                    foreach (var (index, member) in members.Index())
                        member.Callback("abc"[index]);
                }
            },
            {
                "A list that fires on one of either fires with whichever is first",
                it =>
                {
                    foreach (var fails in new[] { false, true })
                    {
                        var members = Three();
                        NoteFirst(it, new DeferredList(members, true, true, true));
                        if (fails)
                            members[1].Errback(new Boom("b"));
                        else
                            members[1].Callback("b");
                    }
                }
            },
            {
                "In a list of fired Deferreds that fires on one callback the first is first",
                it =>
                    NoteFirst(
                        it,
                        new DeferredList([new D(), Defer.Succeed("b"), Defer.Succeed("c")], fireOnOneCallback: true)
                    )
            },
            {
                "A list that does not consume errors leaves each failure to its Deferred",
                it =>
                {
                    it.Log();
                    var members = Three();
                    Note(it, new DeferredList(members));
                    FailAll(members, it);
                    members[0].AddErrback(_ => { });
                    members[1].AddErrback(_ => { });
                }
            },
            {
                "A list that consumes errors leaves nothing in the Deferreds that failed",
                it =>
                {
                    it.Log();
                    var members = Three();
                    Note(it, new DeferredList(members, consumeErrors: true));
                    FailAll(members, it);
                }
            },
            {
                "A list leaves its results to the Deferreds, whose later callbacks get them",
                it =>
                {
                    var members = Three();
                    _ = new DeferredList(members);
                    members[0].Callback("a");
                    members[0].AddCallback(it.Step("a"));
                }
            },
            {
                "What a callback that was added before returns is what the list gets, and one added after changes nothing",
                it =>
                {
                    D[] members = [new D().AddCallback(it.Step("before", "changed")), new()];
                    Note(it, new DeferredList(members));
                    members[1].AddCallback(it.Step("after", "changed too"));
                    members[0].Callback("a");
                    members[1].Callback("b");
                }
            },
            {
                "A callback added to a member after the list was made runs before the list's, unless it is the last's",
                it =>
                {
                    D[] members = [new(), new()];
                    Note(it, new DeferredList(members));
                    foreach (var (index, member) in members.Index())
                    {
                        member.AddCallback(it.Step($"{"ab"[index]}"));
                        member.Callback("ab"[index]);
                    }
                }
            },
        };

    internal static D[] Three() => [new(), new(), new()];

    internal static D[] Cancellable(Stage it, string names) =>
        [.. names.Select(name => new D(_ => it.Say("canceller", name)))];

    internal static void FailAll(D[] members, Stage? showOn = null)
    {
        foreach (var (index, member) in members.Index())
        {
            member.Errback(new Boom($"{"abc"[index]}"));
            showOn?.Show($"{"abc"[index]}", member);
        }
    }

    internal static void Note(Stage it, DeferredList list) =>
        list.AddBoth((items, error) => it.Both("list", "saved")(items, error));

    // Twisted's fires with a pair, ours with a list of one item.
    internal static void NoteFirst(Stage it, DeferredList list) =>
        list.AddBoth(
            (items, error) =>
                it.Both("list", "saved")(items is null ? null : new[] { items[0].Value, items[0].Index }, error)
        );

    internal static D Gather(Stage it, D[] members) =>
        Defer
            .GatherResults(members, consumeErrors: true)
            .AddBoth((results, error) => it.Both("all", "saved")(results, error));
}
