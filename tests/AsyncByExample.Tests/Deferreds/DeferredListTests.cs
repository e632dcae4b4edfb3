using AsyncByExample.Deferreds;
using CsCheck;

namespace AsyncByExample.Tests.Deferreds;

public class DeferredListTests
{
    private readonly List<string> _events = [];

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
}
