using AsyncByExample.Deferreds;
using CsCheck;

namespace AsyncByExample.Tests.Deferreds;

public class DeferredListTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void It_fires_when_all_have_with_what_became_of_each_in_the_order_of_the_list()
    {
        var (one, two, three) = (new Deferred<int>(), new Deferred<string>(), new Deferred<int>());
        Note(new DeferredList([one, two, three]));
        three.Callback(3);
        two.Errback(Boom);
        _events.ShouldBeEmpty();
        one.Callback(1);
        _events.ShouldBe(["0:1 1:boom 2:3"]);
    }

    [Fact]
    public void An_empty_list_fires_at_once_unless_it_is_to_fire_on_one_callback()
    {
        new DeferredList([]).Result.ShouldBeEmpty();
        new DeferredList([], fireOnOneErrback: true).Result.ShouldBeEmpty();
        new DeferredList([], fireOnOneCallback: true).IsFired.ShouldBeFalse();
    }

    [Fact]
    public void Deferreds_that_have_fired_before_count()
    {
        Note(new DeferredList([Defer.Succeed(1), Defer.Fail(Boom)], consumeErrors: true));
        _events.ShouldBe(["0:1 1:boom"]);
    }

    [Fact]
    public void It_may_fire_on_the_first_callback_and_ignores_the_others()
    {
        var (one, two) = (new Deferred<int>(), new Deferred<int>());
        Note(new DeferredList([Defer.Fail(Boom), one, two], fireOnOneCallback: true, consumeErrors: true));
        _events.ShouldBeEmpty();
        two.Callback(2);
        one.Callback(1);
        _events.ShouldBe(["2:2"]);
    }

    [Fact]
    public void Where_it_waits_for_one_callback_and_all_fail_it_fires_with_all_failures()
    {
        Note(new DeferredList([Defer.Fail(Boom), Defer.Fail(Boom)], fireOnOneCallback: true, consumeErrors: true));
        _events.ShouldBe(["0:boom 1:boom"]);
    }

    [Fact]
    public void It_may_fail_on_the_first_errback_and_says_which_it_was()
    {
        var (one, two) = (new Deferred<int>(), new Deferred<int>());
        new DeferredList([one, two], fireOnOneErrback: true).AddErrback(
            (FirstErrorException error) => _events.Add($"{error.Index}: {error.Message}")
        );
        two.Errback(Boom);
        one.Errback(Boom);
        _events.ShouldBe(["1: Deferred 1 of the list failed: boom"]);
    }

    [Fact]
    public void A_failure_stays_that_of_its_Deferred()
    {
        var failed = Defer.Fail<int>(Boom);
        _ = new DeferredList([failed]);
        failed.AddErrback(error => _events.Add(error.Message));
        _events.ShouldBe(["boom"]);
    }

    [Fact]
    public void Consumed_errors_are_handled_and_the_result_of_their_Deferred_is_nothing()
    {
        var failed = Defer.Fail<object?>(Boom);
        _ = new DeferredList([failed], consumeErrors: true);
        failed.AddCallbacks(x => _events.Add(x is null ? "nothing" : "something"), _ => _events.Add("not me"));
        _events.ShouldBe(["nothing"]);
    }

    [Fact]
    public void Consuming_errors_does_not_keep_the_list_from_failing_on_one()
    {
        var list = new DeferredList([Defer.Fail(Boom)], fireOnOneErrback: true, consumeErrors: true);
        Should.Throw<FirstErrorException>(() => list.Result).InnerException!.Message.ShouldBe("boom");
    }

    [Fact]
    public void Callbacks_added_before_the_list_change_what_it_sees_and_those_added_after_it_do_not()
    {
        var one = new Deferred<int>();
        one.AddCallback(x => x + 1);
        Note(new DeferredList([one]));
        one.AddCallback(x => x * 100);
        one.Callback(1);
        _events.ShouldBe(["0:2"]);
        one.Result.ShouldBe(200);
    }

    [Fact]
    public void Cancelling_it_cancels_every_Deferred_of_the_list()
    {
        var two = new Deferred<int>(it => it.Callback(2));
        var list = new DeferredList([new Deferred<int>(), two, Defer.Succeed(3)], consumeErrors: true);
        Note(list);
        list.Cancel();
        _events.ShouldBe(["0:the Deferred was cancelled 1:2 2:3"]);
    }

    [Fact]
    public void Cancelling_it_after_it_fired_cancels_nothing()
    {
        var list = new DeferredList(
            [Defer.Succeed(1), new Deferred<int>(_ => _events.Add("cancelled"))],
            fireOnOneCallback: true
        );
        list.Cancel();
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void A_canceller_that_throws_is_reported_and_the_others_are_called()
    {
        var list = new DeferredList([
            new Deferred<int>(_ => throw Boom),
            new Deferred<int>(_ => _events.Add("cancelled")),
        ]);
        OnReactor.Errors(list.Cancel).ShouldBe("Unhandled error in a canceller: InvalidOperationException: boom");
        _events.ShouldBe(["cancelled"]);
    }

    [Fact]
    public void Gathered_results_are_the_values_in_the_order_of_the_list()
    {
        var (one, two) = (new Deferred<int>(), new Deferred<int>());
        Defer.GatherResults([one, two]).AddCallback(results => _events.Add(string.Join(' ', results)));
        two.Callback(2);
        one.Callback(1);
        _events.ShouldBe(["1 2"]);
    }

    [Fact]
    public void Gathering_fails_with_the_first_failure()
    {
        var gathered = Defer.GatherResults([new Deferred<int>(), Defer.Fail<int>(Boom)], consumeErrors: true);
        Should.Throw<FirstErrorException>(() => gathered.Result).Index.ShouldBe(1);
    }

    [Fact]
    public void In_whatever_order_they_fire_the_list_fires_once_with_the_last_and_in_its_own_order() =>
        Gen.Select(Gen.Bool.Array[0, 12], Gen.Int[0, 1000])
            .Sample(
                (succeed, seed) =>
                {
                    var deferreds = succeed.Select(_ => new Deferred<int>()).ToArray();
                    var list = new DeferredList(deferreds, consumeErrors: true);
                    int[] order = [.. Enumerable.Range(0, succeed.Length)];
                    new Random(seed).Shuffle(order);
                    foreach (var i in order)
                    {
                        list.IsFired.ShouldBeFalse();
                        if (succeed[i])
                            deferreds[i].Callback(i);
                        else
                            deferreds[i].Errback(new InvalidOperationException($"{i}"));
                    }
                    list.Result.Select(item => (item.Index, item.Success, item.Value, item.Error?.Message))
                        .ShouldBe(succeed.Select((ok, i) => (i, ok, ok ? (object?)i : null, ok ? null : $"{i}")));
                }
            );

    [Fact]
    public void A_list_of_a_hundred_thousand_is_no_trouble()
    {
        Deferred<int>[] deferreds = [.. Enumerable.Range(0, 100_000).Select(_ => new Deferred<int>())];
        var list = new DeferredList(deferreds);
        foreach (var deferred in deferreds)
            deferred.Callback(1);
        list.Result.Count.ShouldBe(100_000);
    }

    private static InvalidOperationException Boom => new("boom");

    private void Note(DeferredList list) =>
        list.AddCallback(items =>
            _events.Add(string.Join(' ', items.Select(item => $"{item.Index}:{item.Value ?? item.Error!.Message}")))
        );
}
