using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

/// <summary>
/// Tells when a loop's thread waits for itself: the loop has something to do, and for a while nobody else has. In
/// virtual time that is soon certain, because time stands still meanwhile; in real time an answer may still be on its
/// way over the network.
/// </summary>
internal struct DeadlockDetector(Clock clock)
{
    /// <summary>How often to look, in real time.</summary>
    public const int Milliseconds = 50;

    private const int LooksInVirtualTime = 4;
    private const int LooksInRealTime = 60;

    private int _looks;

    /// <summary>Another look was taken.</summary>
    /// <param name="loopHasWork">Whether the loop has turns or timers, which wait for its thread.</param>
    public bool IsCertain(bool loopHasWork)
    {
        _looks = loopHasWork && !PoolIsBusy() ? _looks + 1 : 0;
        return _looks >= (clock is VirtualClock ? LooksInVirtualTime : LooksInRealTime);
    }

    // The loop's own thread may be one of the pool's.
    private static bool PoolIsBusy()
    {
        ThreadPool.GetAvailableThreads(out var available, out _);
        ThreadPool.GetMaxThreads(out var all, out _);
        var own = System.Threading.Thread.CurrentThread.IsThreadPoolThread ? 1 : 0;
        return all - available > own || ThreadPool.PendingWorkItemCount > 0;
    }
}
