using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class InlineCallbacksTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void A_Deferred_that_fails_ends_the_iterator_and_is_the_failure_of_the_whole()
    {
        var page = new Deferred<string>();
        Defer.InlineCallbacks(Get(page)).AddErrback(error => _events.Add(error.Message));
        page.Errback(Boom);
        _events.ShouldBe(["getting", "left", "boom"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_failure_of_what_was_yielded_is_the_iterators_from_there_on(bool failsBefore)
    {
        var page = new Deferred<string>();
        OnReactor
            .Errors(() =>
                OnReactor.Run(
                    _ =>
                    {
                        if (failsBefore)
                            page.Errback(Boom);
                        Defer.InlineCallbacks(Get(page)).AddErrback(_ => { });
                        if (!failsBefore)
                            page.Errback(Boom);
                        page.AddCallback(text => _events.Add(text ?? "nothing"));
                    },
                    seconds: 1
                )
            )
            .ShouldBeEmpty();
        _events.ShouldBe(["getting", "left", "nothing"]);
    }

    [Fact]
    public void A_failure_that_the_part_handles_lets_the_iterator_go_on()
    {
        var page = new Deferred<string>();
        Defer.InlineCallbacks(Get(page.AddErrback(error => $"no page: {error.Message}")));
        page.Errback(Boom);
        _events.ShouldBe(["getting", "got no page: boom", "left"]);
    }

    [Fact]
    public void The_value_that_the_iterator_returns_is_the_result_and_ends_it()
    {
        IEnumerator<Deferred> Length(Deferred<string> page)
        {
            using var leaving = new Leaving(_events);
            yield return page;
            yield return Defer.ReturnValue(page.Result.Length);
            _events.Add("not me");
        }

        Defer.InlineCallbacks<int>(Length(Defer.Succeed("page"))).Result.ShouldBe(4);
        Defer.InlineCallbacks(Length(Defer.Succeed("page"))).Result.ShouldBe(4);
        _events.ShouldBe(["left", "left"]);
        Should
            .Throw<InvalidOperationException>(() => Defer.InlineCallbacks<string>(Length(Defer.Succeed("page"))).Result)
            .Message.ShouldContain("cannot take Int32");
    }

    [Fact]
    public void Yielding_null_goes_on_at_once()
    {
        IEnumerator<Deferred> Nulls()
        {
            yield return null!;
            _events.Add("went on");
        }

        Defer.InlineCallbacks(Nulls()).IsFired.ShouldBeTrue();
        _events.ShouldBe(["went on"]);
    }

    private IEnumerator<Deferred> Get(Deferred<string> page)
    {
        using var leaving = new Leaving(_events);
        _events.Add("getting");
        yield return page;
        _events.Add($"got {page.Result}");
    }

    private static InvalidOperationException Boom => new("boom");

    private sealed class Leaving(List<string> events) : IDisposable
    {
        public void Dispose() => events.Add("left");
    }
}
