using System.Diagnostics;

namespace AsyncByExample.Sites;

/// <summary>A wait on the thread pool that ends in time, and never early.</summary>
internal static class Latency
{
    // The system's timers count in milliseconds, and on a busy machine are late by some: it stays awake for so long.
    private static readonly TimeSpan AlmostOver = TimeSpan.FromMilliseconds(5);

    /// <param name="due">A time of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="cancellationToken">Ends the wait before its time, with an exception.</param>
    public static async Task UntilAsync(long due, CancellationToken cancellationToken)
    {
        while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is var left && left > TimeSpan.Zero)
            if (left > AlmostOver)
                await Task.Delay(left - AlmostOver, cancellationToken);
            else
                Thread.SpinWait(iterations: 20);
    }
}
