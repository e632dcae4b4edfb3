using System.Diagnostics;

namespace AsyncByExample.Sites;

/// <summary>
/// Wakes each waiting request in time, never early. The runtime's own timers count whole milliseconds, which at ten
/// times the article's pace are hundredths of its seconds; so a thread sleeps for the bulk of a wait, and stays awake
/// for the rest.
/// </summary>
/// <remarks>
/// It sleeps on a monitor, and stays awake without yielding: a SemaphoreSlim and a SpinWait yield to whoever else is
/// busy on the machine many times over, and get the processor back tens of milliseconds late.
/// </remarks>
internal sealed class LatencyTimer : IDisposable
{
    private static readonly TimeSpan StaysAwake = TimeSpan.FromMilliseconds(0.35);

    private readonly PriorityQueue<Wait, (long Due, long Order)> _waits = new();
    private readonly object _lock = new();
    private long _started;
    private bool _stopped;

    public LatencyTimer() => new Thread(Run) { IsBackground = true, Name = "the sites' latencies" }.UnsafeStart();

    /// <summary>Completes on the timer's thread.</summary>
    /// <param name="due">A time of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="cancellationToken">Ends the wait before its time, with an exception.</param>
    public async Task WaitUntilAsync(long due, CancellationToken cancellationToken)
    {
        var wait = new Wait();
        await using var cancelling = cancellationToken.UnsafeRegister(
            static (wait, token) => ((Wait)wait!).TrySetCanceled(token),
            wait
        );
        lock (_lock)
        {
            _waits.Enqueue(wait, (due, _started++));
            Monitor.Pulse(_lock);
        }
        await wait.Task;
    }

    /// <summary>Wakes nobody any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _stopped = true;
            Monitor.Pulse(_lock);
        }
    }

    private void Run()
    {
        while (Next() is var (wait, due))
        {
            while (Stopwatch.GetTimestamp() < due)
                Thread.SpinWait(iterations: 20);
            wait.TrySetResult();
        }
    }

    // Sleeps until a wait is nearly over, and takes it; null when the timer is stopped.
    private (Wait Wait, long Due)? Next()
    {
        lock (_lock)
        {
            while (!_stopped)
            {
                if (!_waits.TryPeek(out _, out var next))
                    Monitor.Wait(_lock);
                else if (WholeMilliseconds(Left(next.Due) - StaysAwake) is var sleep and > 0)
                    Monitor.Wait(_lock, sleep);
                else
                    return (_waits.Dequeue(), next.Due);
            }
            return null;
        }
    }

    private static TimeSpan Left(long due) => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);

    private static int WholeMilliseconds(TimeSpan time) => (int)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue);

    private sealed class Wait : TaskCompletionSource;
}
