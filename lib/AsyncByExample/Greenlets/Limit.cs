namespace AsyncByExample.Greenlets;

/// <summary>How long a wait may take.</summary>
internal static class Limit
{
    /// <summary>
    /// As in gevent, less than zero is zero. But -1 ms is .NET's word for never, and whoever says it expects that.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is -1 ms.</exception>
    public static void Check(TimeSpan? timeout, string call)
    {
        if (timeout == System.Threading.Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(
                nameof(timeout),
                $"{call} has no timeout of -1 ms, which would be 0 in gevent: leave it out to wait for as long as it takes"
            );
    }
}
