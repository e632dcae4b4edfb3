using System.Diagnostics;

namespace AsyncByExample;

/// <summary>
/// Wakes each waiting request in time, never early. The runtime's own timers count whole milliseconds, which at ten
/// times the article's pace are hundredths of its seconds; so a thread sleeps for the bulk of a wait, and stays awake
/// for the rest.
/// </summary>
internal sealed class LatencyTimer : IDisposable
{
    private static readonly TimeSpan StaysAwake = TimeSpan.FromMilliseconds(1.5);

    private readonly PriorityQueue<Wait, (long Due, long Order)> _waits = new();
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _changed = new(0);
    private long _started;
    private volatile bool _stopped;

    public LatencyTimer() =>
        new Thread(Run)
        {
            IsBackground = true,
            Name = "the sites' latencies",
            Priority = ThreadPriority.AboveNormal,
        }.UnsafeStart();

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
            _waits.Enqueue(wait, (due, _started++));
        _changed.Release();
        await wait.Task;
    }

    /// <summary>Wakes nobody any more.</summary>
    public void Dispose()
    {
        _stopped = true;
        _changed.Release();
    }

    private void Run()
    {
        while (!_stopped)
        {
            if (NextDue() is not { } due)
                _changed.Wait();
            else if (Left(due) is var left && left > StaysAwake)
                _changed.Wait((int)Math.Min((left - StaysAwake).TotalMilliseconds + 1, int.MaxValue));
            else
                WakeAt(due);
        }
    }

    // Requests that come meanwhile may be due before this one.
    private void WakeAt(long due)
    {
        var spin = new SpinWait();
        while (Stopwatch.GetTimestamp() < due)
        {
            if (_changed.CurrentCount > 0)
            {
                _changed.Wait();
                return;
            }
            spin.SpinOnce(sleep1Threshold: -1);
        }
        Wait wait;
        lock (_lock)
            wait = _waits.Dequeue();
        wait.TrySetResult();
    }

    private long? NextDue()
    {
        lock (_lock)
            return _waits.TryPeek(out _, out var next) ? next.Due : null;
    }

    private static TimeSpan Left(long due) => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);

    private sealed class Wait : TaskCompletionSource;
}
