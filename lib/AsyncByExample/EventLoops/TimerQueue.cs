using System.Diagnostics.CodeAnalysis;
using TimerStart = (System.TimeSpan Due, long Order);

namespace AsyncByExample.EventLoops;

/// <summary>
/// The timers of one loop. Most are started in the order in which they will be due, because their delays are the same:
/// they stand in a queue, where adding and taking cost the same however many there are. The others are in a heap, where
/// both take steps in the logarithm of their number.
/// </summary>
/// <remarks>
/// A timer that is stopped stays where it is until it is due, or until more than half of all are stopped: then they are
/// cleared away together, so that stopping n of them takes n steps and not n².
/// </remarks>
internal sealed class TimerQueue
{
    private const int FewStopped = 64;

    private readonly Queue<(LoopTimer Timer, TimerStart Start)> _inOrder = new();
    private readonly PriorityQueue<LoopTimer, TimerStart> _others = new();
    private TimerStart _lastInOrder;
    private long _starts;
    private int _stopped;

    /// <summary>How many are here, with those that were stopped and not yet cleared away.</summary>
    public int Count => _inOrder.Count + _others.Count;

    /// <summary>When the first one is due; null if there is none.</summary>
    public TimeSpan? NextDue => TryPeek(out _, out var start) ? start.Due : null;

    /// <summary>
    /// What the next timer is started with: ties fire in the order of their starts. Safe from any thread.
    /// </summary>
    public TimerStart NextStart(TimeSpan due) => (due, Interlocked.Increment(ref _starts));

    public void Add(LoopTimer timer, TimerStart start)
    {
        if (Volatile.Read(ref _stopped) is var stopped && stopped > FewStopped && stopped > Count / 2)
            ClearStopped();
        if (_inOrder.Count == 0 || start.CompareTo(_lastInOrder) > 0)
        {
            _inOrder.Enqueue((timer, start));
            _lastInOrder = start;
        }
        else
            _others.Enqueue(timer, start);
    }

    /// <summary>Takes the first timer out if it is due.</summary>
    public bool TryTakeDue(TimeSpan time, [NotNullWhen(true)] out LoopTimer? timer, out TimeSpan due)
    {
        while (TryPeek(out timer, out var start) && start.Due <= time)
        {
            RemoveFirst(start);
            due = start.Due;
            if (timer.TryBecomeDue(start))
                return true;
        }
        (timer, due) = (null, default);
        return false;
    }

    /// <summary>One that was added has been stopped. Safe from any thread.</summary>
    public void NoteStopped() => Interlocked.Increment(ref _stopped);

    private bool TryPeek([NotNullWhen(true)] out LoopTimer? timer, out TimerStart start)
    {
        while (TryPeekAny(out timer, out start))
        {
            if (timer.IsWaitingFor(start))
                return true;
            RemoveFirst(start);
            Interlocked.Decrement(ref _stopped);
        }
        return false;
    }

    private bool TryPeekAny([NotNullWhen(true)] out LoopTimer? timer, out TimerStart start)
    {
        var hasOther = _others.TryPeek(out timer, out start);
        if (!_inOrder.TryPeek(out var first) || (hasOther && start.CompareTo(first.Start) < 0))
            return hasOther;
        (timer, start) = first;
        return true;
    }

    private void RemoveFirst(TimerStart start)
    {
        if (_inOrder.TryPeek(out var first) && first.Start == start)
            _inOrder.Dequeue();
        else
            _others.Dequeue();
    }

    private void ClearStopped()
    {
        for (var left = _inOrder.Count; left > 0; left--)
            if (_inOrder.Dequeue() is var entry && entry.Timer.IsWaitingFor(entry.Start))
                _inOrder.Enqueue(entry);
        var others = _others.UnorderedItems.Where(entry => entry.Element.IsWaitingFor(entry.Priority)).ToArray();
        _others.Clear();
        _others.EnqueueRange(others);
        _stopped = 0;
    }
}
