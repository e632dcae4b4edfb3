using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class InlineCallbacksTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void An_iterator_starts_at_once_and_goes_on_when_what_it_yielded_fires()
    {
        var page = new Deferred<string>();
        var whole = Defer.InlineCallbacks(Get(page));
        _events.ShouldBe(["getting"]);
        whole.IsFired.ShouldBeFalse();
        page.Callback("page");
        _events.ShouldBe(["getting", "got page", "left"]);
        whole.Result.ShouldBeNull();
    }

    [Fact]
    public void A_Deferred_that_fails_ends_the_iterator_and_is_the_failure_of_the_whole()
    {
        var page = new Deferred<string>();
        Defer.InlineCallbacks(Get(page)).AddErrback(error => _events.Add(error.Message));
        page.Errback(Boom);
        _events.ShouldBe(["getting", "left", "boom"]);
    }

    [Fact]
    public void A_Deferred_that_has_failed_already_ends_the_iterator_at_once()
    {
        Defer.InlineCallbacks(Get(Defer.Fail<string>(Boom))).AddErrback(error => _events.Add(error.Message));
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
    public void What_the_iterator_throws_is_the_failure_of_the_whole()
    {
        IEnumerator<Deferred> Throwing()
        {
            yield return Defer.Succeed(1);
            throw Boom;
        }

        Defer.InlineCallbacks(Throwing()).AddErrback(error => _events.Add(error.Message));
        _events.ShouldBe(["boom"]);
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
    public void A_Deferred_is_no_value_to_return() =>
        Should
            .Throw<ArgumentException>(() => Defer.ReturnValue(Defer.Succeed(1)))
            .Message.ShouldContain("yield return it first");

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

    [Fact]
    public void Yielding_a_hundred_thousand_Deferreds_that_have_fired_is_no_recursion()
    {
        static IEnumerator<Deferred> Sum()
        {
            var sum = 0;
            for (var i = 0; i < 100_000; i++)
            {
                var one = Defer.Succeed(1);
                yield return one;
                sum += one.Result;
            }
            yield return Defer.ReturnValue(sum);
        }

        Defer.InlineCallbacks<int>(Sum()).Result.ShouldBe(100_000);
    }

    [Fact]
    public void What_a_finally_block_throws_takes_the_place_of_the_failure()
    {
        static IEnumerator<Deferred> Throwing()
        {
            try
            {
                yield return Defer.Fail(Boom);
            }
            finally
            {
                Fail();
            }
        }

        static void Fail() => throw new TimeoutException("finally");

        Should.Throw<TimeoutException>(() => Defer.InlineCallbacks(Throwing()).Result);
    }

    [Fact]
    public void One_iterator_can_wait_for_another()
    {
        IEnumerator<Deferred> Outer(Deferred<string> page)
        {
            var inner = Defer.InlineCallbacks(Get(page));
            yield return inner;
            _events.Add("outer");
        }

        var page = new Deferred<string>();
        Defer.InlineCallbacks(Outer(page));
        page.Callback("page");
        _events.ShouldBe(["getting", "got page", "left", "outer"]);
    }

    [Fact]
    public void There_must_be_an_iterator() =>
        Should
            .Throw<ArgumentNullException>(() => Defer.InlineCallbacks(null!))
            .Message.ShouldContain("no iterator to run");

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
