using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

/// <summary>Holds the calling thread: what is returned is always complete.</summary>
/// <param name="clock">The clock that sleeps.</param>
/// <param name="timeout">How long all waits together may take; null for as long as it takes.</param>
/// <param name="cancellationToken">Ends a wait for ever.</param>
internal sealed class BlockingWait(Clock clock, TimeSpan? timeout, CancellationToken cancellationToken) : SimulatedWait
{
    private TimeSpan? _left = timeout;

    public override ValueTask ForAsync(TimeSpan duration)
    {
        if (_left is { } left && (duration == Timeout.InfiniteTimeSpan || duration > left))
        {
            clock.Sleep(left);
            throw new OperationCanceledException(cancellationToken);
        }
        if (duration == Timeout.InfiniteTimeSpan)
            cancellationToken.WaitHandle.WaitOne();
        else
            clock.Sleep(duration);
        _left -= duration;
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.CompletedTask;
    }
}
