using AsyncByExample.Deferreds;
using static AsyncByExample.Tests.Deferreds.Originals.ListScenarios;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Lists that are cancelled or gathered, and members that are there twice.</summary>
internal static class ListCancelScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "To cancel a list cancels each member in order, and the list has their failures",
                it =>
                {
                    var members = Cancellable(it, "abc");
                    var list = new DeferredList(members, consumeErrors: true);
                    Note(it, list);
                    members[1].Callback("b");
                    list.Cancel();
                }
            },
            {
                "To cancel a list that fires on one errback fails it with the first member's CancelledError",
                it =>
                {
                    var list = new DeferredList(Cancellable(it, "ab"), fireOnOneErrback: true, consumeErrors: true);
                    Note(it, list);
                    list.Cancel();
                }
            },
            {
                "To cancel a list that has fired cancels nobody",
                it =>
                {
                    D[] members = [new(_ => it.Say("canceller")), new()];
                    var list = new DeferredList(members, fireOnOneCallback: true);
                    members[1].Callback("b");
                    list.Cancel();
                    it.Say(members[0].IsFired);
                }
            },
            {
                "A member that waits for another Deferred is in the list when that has fired",
                it =>
                {
                    var inner = new D();
                    Note(it, new DeferredList([Defer.Succeed(1).AddCallback(_ => inner)]));
                    it.Say("waits");
                    inner.Callback(2);
                }
            },
            {
                "One Deferred twice in a list counts twice",
                it =>
                {
                    var member = new D();
                    Note(it, new DeferredList([member, member]));
                    member.Callback(1);
                }
            },
            {
                "The errors of one Deferred twice in a list that consumes them: the second place has nothing, as a success",
                it =>
                {
                    var member = new D();
                    Note(it, new DeferredList([member, member], consumeErrors: true));
                    member.Errback(new Boom("one"));
                }
            },
            {
                "GatherResults has the results in the order of the list",
                it =>
                {
                    var members = Three();
                    Gather(it, members);
                    foreach (var number in new[] { 2, 0, 1 })
                        members[number].Callback(number);
                }
            },
            {
                "GatherResults fails with FirstError and does not wait for the others",
                it =>
                {
                    var members = Three();
                    Gather(it, members);
                    members[1].Errback(new Boom("b"));
                    members[0].Callback("a");
                    members[2].Errback(new Boom("c"));
                }
            },
            { "GatherResults of nobody has an empty list", it => Gather(it, []) },
            { "To cancel gatherResults cancels the members", it => Gather(it, Cancellable(it, "ab")).Cancel() },
        };
}
