using System.Diagnostics;

namespace AsyncByExample.Sites;

/// <summary>A wait on the thread pool that ends in time or, by as much as the system's timers count in, too late: never early.</summary>
internal static class Latency
{
    /// <param name="due">A time of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="cancellationToken">Ends the wait before its time, with an exception.</param>
    public static async Task UntilAsync(long due, CancellationToken cancellationToken)
    {
        while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is var left && left > TimeSpan.Zero)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), cancellationToken);
    }
}
