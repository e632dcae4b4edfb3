using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Notebook;

namespace AsyncByExample.Tests.Recording;

public sealed class StopTests : IDisposable
{
    private readonly CancellationTokenSource _reader = new();

    public StopTests() => Recorder.Host = new NotebookHost(() => _reader.Token, show: null);

    public void Dispose()
    {
        Recorder.Host = new ExampleHost();
        _reader.Dispose();
    }

    [Fact]
    public void A_loop_of_blocking_sleeps_ends() =>
        Stopped(() =>
        {
            for (var turn = 0; ; turn++)
                StopAt(turn, () => AsyncByExample.Clocks.Thread.Sleep(1000));
        });

    [Fact]
    public void A_blocking_sleep_that_is_under_way_ends()
    {
        _reader.CancelAfter(TimeSpan.FromMilliseconds(1));
        Record(Clock.Real(speed: 1), () => AsyncByExample.Clocks.Thread.Sleep(60 * 60 * 1000)).IsStopped.ShouldBeTrue();
    }

    [Fact]
    public void An_event_loop_that_waits_for_nobody_ends()
    {
        _reader.CancelAfter(TimeSpan.FromMilliseconds(1));
        Stopped(() => EventLoop.Run(() => Task.Delay(System.Threading.Timeout.Infinite)));
    }

    [Fact]
    public void Greenlets_leave_their_using_blocks()
    {
        var left = new List<string>();
        Stopped(() => Greenlet.JoinAll(new[] { "a", "b" }.Select(name => Greenlet.Spawn(() => Sleeping(name, left)))));
        left.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_greenlet_that_catches_everything_ends_too()
    {
        var caught = 0;
        Stopped(() =>
            Greenlet.JoinAll([
                Greenlet.Spawn(() =>
                {
                    for (var turn = 0; turn < 10; turn++)
                        try
                        {
                            StopAt(turn, () => AsyncByExample.Greenlets.Thread.Sleep(1000));
                        }
                        catch (OperationCanceledException)
                        {
                            caught++;
                        }
                }),
            ])
        );
        caught.ShouldBe(7, "each wait after the stop throws at once");
    }

    [Fact]
    public void What_had_happened_until_then_is_a_run_that_is_marked_as_stopped()
    {
        var run = Record(
            Clock.Virtual(),
            () =>
            {
                using var lane = Recorder.Lane("Task One");
                for (var turn = 0; ; turn++)
                    StopAt(turn, () => AsyncByExample.Clocks.Thread.Sleep(1000));
            }
        );
        run.Total.ShouldBe(TimeSpan.FromSeconds(3));
        run.Timeline.Lanes.ShouldHaveSingleItem().Name.ShouldBe("Task One");
        Summary.Of(run).Sentences[0].ShouldBe("It was stopped after 3.0 s: run it again to see how it ends.");
        TimelineChart.Of(run).ToString().ShouldContain("stopped after 3.0 s");
    }

    [Fact]
    public void An_exception_that_is_not_the_reader_s_stop_comes_out() =>
        Should.Throw<OperationCanceledException>(() =>
            Record(Clock.Virtual(), () => throw new OperationCanceledException())
        );

    [Fact]
    public void The_example_can_run_again()
    {
        Stopped(() => Greenlet.JoinAll([Greenlet.Spawn(() => Sleeping("a", []))]));
        Recorder.Host = new ExampleHost();
        Lesson.Greenlets.Record(ArticleExampleTests.Work).Total.ShouldBe(TimeSpan.FromSeconds(17));
    }

    private void Sleeping(string name, List<string> left)
    {
        using var block = new Block(() => left.Add(name));
        for (var turn = 0; ; turn++)
            StopAt(turn, () => AsyncByExample.Greenlets.Thread.Sleep(1000));
    }

    private void StopAt(int turn, Action wait)
    {
        if (turn == 3)
            _reader.Cancel();
        wait();
    }

    private static void Stopped(Action main) => Record(Clock.Virtual(), main).IsStopped.ShouldBeTrue();

    private static Run Record(Clock clock, Action main) =>
        Recorder.Record("stopped", clock, LowerBound.NoWaiting([]), main);

    private sealed class Block(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
