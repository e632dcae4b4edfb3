using AsyncByExample.Clocks;
using AsyncByExample.Labs;

namespace AsyncByExample.Tests.Labs;

public class LongestPauseTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_longest_time_between_two_starts_is_told_with_what_was_wanted() =>
        Pause(1, 4, 2, 1)
            .ShouldBe("Heartbeat came 4 times. It wants to come every 1.0 s; the longest pause was 4.0 s.");

    [Fact]
    public void One_start_is_too_few_to_tell() =>
        Pause(1).ShouldBe("Heartbeat came 1 time: too few to tell how regularly.");

    private static string Pause(params int[] seconds)
    {
        var clock = Clock.Virtual();
        var run = Recorder.Record(
            "example",
            clock,
            LowerBound.NoWaiting([]),
            () =>
            {
                foreach (var pause in seconds)
                    using (ElapsedTime.Start("Heartbeat", pause))
                        clock.Sleep(Second * pause);
            }
        );
        return LongestPause.Of(run, "Heartbeat", wanted: Second).ToString();
    }
}
