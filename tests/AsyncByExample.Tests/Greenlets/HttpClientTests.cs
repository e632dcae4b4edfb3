using AsyncByExample.Clocks;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;
using AsyncByExample.Sites;

namespace AsyncByExample.Tests.Greenlets;

public class HttpClientTests
{
    private static readonly Sites.Sites Sites = new(
        new Site("fast", "http://fast.com", 1, 10),
        new Site("slow", "http://slow.com", 3, 20),
        new Site("sleepy", "http://sleepy.com", 30, 30)
    );

    [Fact]
    public void Inside_a_greenlet_a_request_lets_go_of_the_thread()
    {
        var run = Record(client =>
            Greenlet.JoinAll(
                new[] { "http://slow.com", "http://fast.com" }.Select(url =>
                    Greenlet.Spawn(() =>
                    {
                        using var et = ElapsedTime.Start($"Task {url}", url);
                        client.GetString(url).Length.ShouldBe(url.Contains("slow") ? 20 : 10);
                        Console.WriteLine($"{url} after {et}");
                    })
                )
            )
        );
        run.Timeline.Lines.Select(line => line.Text)
            .ShouldBe(["http://fast.com after 1.0", "http://slow.com after 3.0"]);
        run.Total.ShouldBe(TimeSpan.FromSeconds(3));
        run.Timeline.In(TaskState.Waiting).ShouldBe(TimeSpan.FromSeconds(4));
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Outside_a_greenlet_a_request_blocks()
    {
        var run = Record(client =>
        {
            using var lane = Recorder.Lane("Task One");
            client.GetString("http://fast.com");
            client.GetString("http://slow.com");
        });
        run.Total.ShouldBe(TimeSpan.FromSeconds(4));
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.FromSeconds(4));
        run.LongestStall!.Source!.Member.ShouldBe(nameof(Outside_a_greenlet_a_request_blocks));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_site_that_does_not_answer_in_time_is_named(bool inGreenlet)
    {
        Exception? fault = null;
        void Get(AsyncByExample.Greenlets.HttpClient client) =>
            fault = Should.Throw<TimeoutException>(() => client.GetString("http://sleepy.com"));
        var run = Record(client =>
        {
            if (inGreenlet)
                Greenlet.JoinAll([Greenlet.Spawn(() => Get(client))]);
            else
                Get(client);
        });
        fault!.Message.ShouldBe("http://sleepy.com did not answer within 10 s");
        run.Total.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_request_that_has_its_answer_leaves_no_timer_behind()
    {
        var run = Record(client =>
            Greenlet.JoinAll([
                Greenlet.Spawn(() => client.GetString("http://fast.com")),
                Greenlet.Spawn(() => AsyncByExample.Greenlets.Thread.Sleep(2000)),
            ])
        );
        run.Total.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private static Run Record(Action<AsyncByExample.Greenlets.HttpClient> main)
    {
        var clock = Clock.Virtual();
        using var web = Sites.Simulated(clock);
        using var client = new AsyncByExample.Greenlets.HttpClient(web.Handler);
        return Recorder.Record("requests", clock, LowerBound.NoWaiting([]), () => main(client));
    }
}
