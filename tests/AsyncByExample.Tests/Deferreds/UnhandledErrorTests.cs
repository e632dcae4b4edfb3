using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class UnhandledErrorTests
{
    private const string Reported = "Unhandled error in Deferred: InvalidOperationException: boom";

    [Fact]
    public void A_failure_that_nobody_handles_is_reported_when_the_run_ends() =>
        Errors(reactor =>
            {
                Failed();
                reactor.CallLater(1, () => Console.Error.WriteLine("a second later"));
            })
            .Split(Environment.NewLine)
            .ShouldBe(["a second later", Reported]);

    [Fact]
    public void A_failure_that_an_errback_handles_is_not_reported_however_late() =>
        Errors(reactor =>
            {
                var failed = Failed();
                reactor.CallLater(1, () => failed.AddErrback(_ => { }));
            })
            .ShouldBeEmpty();

    [Fact]
    public void A_failure_that_passes_every_errback_is_reported() =>
        Errors(_ => Failed().AddCallback(x => x).AddErrback((TimeoutException _) => { })).ShouldBe(Reported);

    [Fact]
    public void A_failure_that_another_chain_takes_over_is_that_chains() =>
        Errors(_ =>
            {
                var inner = Failed();
                Defer.Succeed(1).AddCallback(_ => inner).AddErrback(_ => { });
            })
            .ShouldBeEmpty();

    [Fact]
    public void A_failure_that_is_read_is_the_readers() =>
        Errors(_ => Should.Throw<InvalidOperationException>(() => Failed().Result)).ShouldBeEmpty();

    [Fact]
    public void Each_failure_is_reported_once_in_the_order_of_failing() =>
        Errors(_ =>
            {
                Failed().AddErrback(int (_) => throw new TimeoutException("first"));
                Failed().AddErrback(int (_) => throw new TimeoutException("second")).AddCallback(x => x);
            })
            .Split(Environment.NewLine)
            .ShouldBe([
                "Unhandled error in Deferred: TimeoutException: first",
                "Unhandled error in Deferred: TimeoutException: second",
            ]);

    [Fact]
    public void What_failed_before_the_run_is_reported_too() =>
        OnReactor
            .Errors(() =>
                OnReactor.Run(reactor =>
                {
                    Failed();
                    reactor.CallWhenRunning(reactor.Stop);
                    reactor.Run();
                })
            )
            .ShouldBe(Reported);

    // Garbage collection has no fixed time, and would print from a thread of its own into whatever cell runs then.
    [Fact]
    public void Where_there_is_no_reactor_nothing_is_reported() =>
        OnReactor
            .Errors(() =>
            {
                OnReactor.Run(_ => { }, seconds: 1);
                Failed();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            })
            .ShouldBeEmpty();

    private static Deferred<int> Failed() => Defer.Fail<int>(new InvalidOperationException("boom"));

    private static string Errors(Action<Reactor> main) => OnReactor.Errors(() => OnReactor.Run(main, seconds: 2));
}
