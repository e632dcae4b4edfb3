using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class DeferredTests
{
    private readonly List<string> _events = [];

    [Fact]
    public void After_an_errback_that_returns_nothing_the_result_is_the_default_of_its_type()
    {
        Defer.Fail<string>(Boom).AddErrback(error => _events.Add(error.Message)).AddCallback(x => Note(x ?? "null"));
        Defer.Fail<int>(Boom).AddErrback(error => _events.Add(error.Message)).AddCallback(x => Note($"{x}"));
        _events.ShouldBe(["boom", "null", "boom", "0"]);
    }

    [Fact]
    public void An_errback_that_traps_one_kind_of_failure_lets_others_pass()
    {
        Defer
            .Fail<int>(Boom)
            .AddErrback((TimeoutException _) => Note("not me"))
            .AddErrback((TimeoutException _) => 1)
            .AddErrback((InvalidOperationException error) => Note(error.Message));
        Defer.Fail<int>(new TimeoutException()).AddErrback((TimeoutException _) => 1).AddCallback(x => Note($"{x}"));
        _events.ShouldBe(["boom", "1"]);
    }

    [Fact]
    public void Of_a_pair_of_callbacks_exactly_one_runs_and_the_errback_does_not_see_what_the_callback_throws()
    {
        Defer.Succeed(1).AddCallbacks(x => $"result {x}", error => error.Message).AddCallback(Note);
        Defer.Fail<int>(Boom).AddCallbacks(x => $"result {x}", error => error.Message).AddCallback(Note);
        Defer
            .Succeed(1)
            .AddCallbacks(_ => throw Boom, _ => Note("not me"))
            .AddErrback(error => Note($"next: {error.Message}"));
        _events.ShouldBe(["result 1", "boom", "next: boom"]);
    }

    [Fact]
    public void What_is_added_as_both_runs_in_any_case_and_makes_a_failure_a_result()
    {
        Defer.Succeed(1).AddBoth((x, error) => $"{x} {error?.Message}").AddCallback(Note);
        Defer.Fail<int>(Boom).AddBoth((x, error) => $"{x} {error?.Message}").AddCallback(Note);
        Defer.Fail<int>(Boom).AddBoth((_, _) => { }).AddCallback(x => Note(x is null ? "nothing" : "something"));
        _events.ShouldBe(["1 ", "0 boom", "nothing"]);
    }

    [Fact]
    public void Adding_to_an_older_view_continues_the_one_chain()
    {
        var deferred = new Deferred<string>();
        deferred.AddCallback(x => x + "b");
        deferred.AddCallback(x => Note(x + "c"));
        deferred.Callback("a");
        _events.ShouldBe(["abc"]);
    }

    [Fact]
    public void A_callback_for_another_type_than_the_chain_has_come_to_fails_and_says_what_to_do()
    {
        var deferred = new Deferred<string>();
        deferred.AddCallback(x => x.Length);
        deferred.AddCallback(Note);
        deferred.AddErrback(error => Note(error.Message));
        deferred.Callback("abc");
        _events
            .ShouldHaveSingleItem()
            .ShouldBe(
                "a callback for String cannot take Int32: the callbacks of one Deferred run in a row, "
                    + "so add it to what AddCallback returned"
            );
    }

    [Fact]
    public void The_result_is_what_the_callbacks_have_made_of_it()
    {
        var deferred = new Deferred<int>();
        Throws(() => deferred.Result).ShouldContain("has no result yet");
        var text = deferred.AddCallback(x => $"{x}!");
        deferred.Callback(1);
        text.Result.ShouldBe("1!");
    }

    [Fact]
    public void A_function_that_may_be_asynchronous_is_called_in_one_way()
    {
        Defer.MaybeDeferred(() => 1).Result.ShouldBe(1);
        Defer.MaybeDeferred(() => Defer.Succeed(2)).Result.ShouldBe(2);
        Defer.MaybeDeferred(() => Note("ran")).Result.ShouldBe("ran");
        Throws(() => Defer.MaybeDeferred(int () => throw Boom).Result).ShouldBe("boom");
    }

    private static InvalidOperationException Boom => new("boom");

    private static string Throws(Action action) => Should.Throw<InvalidOperationException>(action).Message;

    private static string Throws(Func<object?> function) =>
        Should.Throw<InvalidOperationException>(() => function()).Message;

    private string Note(string text)
    {
        _events.Add(text);
        return text;
    }
}
