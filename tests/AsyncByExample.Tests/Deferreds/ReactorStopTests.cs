using AsyncByExample.Deferreds;
using AsyncByExample.Notebook;

namespace AsyncByExample.Tests.Deferreds;

public sealed class ReactorStopTests : IDisposable
{
    private readonly CancellationTokenSource _reader = new();

    public ReactorStopTests() => Recorder.Host = new NotebookHost(() => _reader.Token, show: null);

    public void Dispose()
    {
        Recorder.Host = new ExampleHost();
        _reader.Dispose();
    }

    [Fact]
    public void When_the_reader_stops_the_example_the_run_ends_and_so_do_its_requests()
    {
        var token = CancellationToken.None;
        Stopped(reactor =>
        {
            Defer.FromTask(async cancellation =>
            {
                token = cancellation;
                await Task.Delay(Timeout.Infinite, cancellation);
                return 1;
            });
            reactor.CallLater(1, _reader.Cancel);
        });
        token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void What_the_stop_throws_into_callbacks_is_not_reported_and_what_failed_before_it_is() =>
        OnReactor
            .Errors(() =>
                Stopped(reactor =>
                {
                    Defer.Fail(new InvalidOperationException("boom"));
                    Defer.DeferLater(reactor, 1, Sleep);
                    reactor.CallLater(1, Sleep);
                })
            )
            .ShouldBe("Unhandled error in Deferred: InvalidOperationException: boom");

    private void Sleep()
    {
        _reader.Cancel();
        AsyncByExample.Clocks.Thread.Sleep(1000);
    }

    private static void Stopped(Action<Reactor> main) =>
        OnReactor
            .Run(reactor =>
            {
                reactor.CallWhenRunning(() => main(reactor));
                reactor.Run();
            })
            .IsStopped.ShouldBeTrue();
}
