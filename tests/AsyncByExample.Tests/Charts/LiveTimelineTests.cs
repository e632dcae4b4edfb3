using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Notebook;

namespace AsyncByExample.Tests.Charts;

/// <summary>The timeline that is drawn while the example runs.</summary>
public class LiveTimelineTests
{
    [Fact]
    public void An_example_that_takes_a_while_shows_its_timeline_so_far_and_at_last_the_whole_one()
    {
        var shown = new List<Picture>();
        using var isShown = new ManualResetEventSlim();
        Run run;
        using (
            Showing(picture =>
            {
                shown.Add(picture);
                if (picture.Table.Contains("so far 1.0 s", StringComparison.Ordinal))
                    isShown.Set();
            })
        )
            run = Recorder.Record(
                "slow",
                Clock.Virtual(),
                LowerBound.OneThread([2]),
                () =>
                {
                    using var et = ElapsedTime.Start("Task One", 2);
                    AsyncByExample.Clocks.Thread.Sleep(1000);
                    isShown.Wait(TestContext.Current.CancellationToken);
                    AsyncByExample.Clocks.Thread.Sleep(1000);
                }
            );
        shown[0].Title.ShouldBe("slow: timeline, so far");
        shown[^1].Title.ShouldBe("slow: timeline");
        shown[^1].Table.ShouldBe(TimelineChart.Of(run).Table);
    }

    [Fact]
    public async Task An_example_on_the_thread_pool_shows_its_timeline_so_far_too()
    {
        var shown = new List<Picture>();
        var isShown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (
            Showing(picture =>
            {
                shown.Add(picture);
                isShown.TrySetResult();
            })
        )
            await Recorder.RecordAsync(
                "slow",
                Clock.Real(speed: 1),
                LowerBound.NoWaiting([]),
                async () =>
                {
                    using var et = ElapsedTime.Start("Task One", 2);
                    await isShown.Task;
                }
            );
        shown[0].Title.ShouldBe("slow: timeline, so far");
        shown[^1].Title.ShouldBe("slow: timeline");
    }

    private static Leaving Showing(Action<Picture> show)
    {
        Recorder.Host = new NotebookHost(
            stopRequested: null,
            first =>
            {
                show((Picture)first);
                return next => show((Picture)next);
            }
        );
        return new Leaving(() => Recorder.Host = new ExampleHost());
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
