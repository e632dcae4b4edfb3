namespace AsyncByExample.Recording;

/// <summary>The intervals of one lane, put together from its changes of state as they happen.</summary>
internal sealed class LaneIntervals
{
    private readonly List<Interval> _intervals = [];
    private TaskState? _state;
    private TimeSpan _since = TimeSpan.MinValue;
    private int _thread;
    private int _turn;
    private SourceLine? _source;

    /// <summary>How many there are.</summary>
    public int Count => _intervals.Count;

    /// <summary>From now on the lane is in this state; null says that it is finished.</summary>
    public void Change(TaskState? state, TimeSpan at, int thread, SourceLine? source)
    {
        // That a task became ready is told only once it runs: never earlier than what it did last.
        var since = at > _since ? at : _since;
        Append(_intervals, since);
        if (_state?.HoldsThread() == true && state?.HoldsThread() != true)
            _turn++;
        (_state, _since, _thread, _source) = (state, since, thread, source);
    }

    /// <summary>The thread was never let go of: what was drawn as waiting since the last change is running.</summary>
    public void HasNotLetGo() => _state = _state == TaskState.Waiting ? TaskState.Running : _state;

    /// <summary>Draws those together that lie in the same window of time.</summary>
    public void Coarsen(TimeSpan window) => Coarsening.Apply(_intervals, window);

    /// <summary>
    /// All of them. A task that let go and was never heard of again ended there, unless it still holds an item of work.
    /// </summary>
    public IReadOnlyList<Interval> Until(TimeSpan end, bool holdsItem)
    {
        // The lane may go on, and what it does now is not over.
        List<Interval> all = [.. _intervals];
        if (holdsItem || _state?.HoldsThread() == true)
            Append(all, end);
        while (all.Count > 0 && all[^1].From >= end)
            all.RemoveAt(all.Count - 1);
        if (all.Count > 0 && all[^1].To > end)
            all[^1] = all[^1] with { To = end };
        return all;
    }

    private void Append(List<Interval> intervals, TimeSpan to)
    {
        if (_state is not { } state || to <= _since)
            return;
        var next = new Interval(state, _since, to, _thread, _turn, _source);
        if (intervals.Count > 0 && IsSame(intervals[^1], next))
            intervals[^1] = intervals[^1] with { To = to };
        else
            intervals.Add(next);
    }

    // Two waits in a row stay two, each with its own end; two stretches of running or of being ready are one.
    private static bool IsSame(Interval last, Interval next) =>
        last.State is TaskState.Running or TaskState.Ready
        && (last.State, last.Thread, last.Turn, last.To) == (next.State, next.Thread, next.Turn, next.From);
}
