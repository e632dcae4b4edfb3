using AsyncByExample.EventLoops;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <content>
/// What a recorder keeps is bounded, however long the example runs. Of intervals it keeps a number that grows with the
/// lanes only: beyond that it draws those together that are too close to be told apart, at a resolution that it halves
/// as often as it has to. Of lines and items it keeps the first. What was lost is told by the timeline.
/// </content>
public sealed partial class Recorder
{
    private const int MostIntervals = 20_000;
    private const int MostLines = 20_000;
    private const int MostItems = 20_000;
    private const int LeftOut = -1;

    private static readonly TimeSpan FinestResolution = TimeSpan.FromMicroseconds(1);

    private TimeSpan _resolution;
    private int _intervals;
    private int _mostIntervals = MostIntervals;
    private int _linesLeftOut;
    private int _itemsLeftOut;

    private void Add(Lane lane, TaskState? state, TimeSpan at, SourceLine? source = null)
    {
        if (_stopped)
            return;
        _lastRead = null;
        lane.Changes++;
        var before = lane.Intervals.Count;
        lane.Intervals.Change(state, at, EventLoop.Current?.ThreadId ?? Environment.CurrentManagedThreadId, source);
        _intervals += lane.Intervals.Count - before;
        if (_intervals > _mostIntervals)
            Coarsen();
    }

    // At least as many intervals come before the next time as are left now: each costs a constant number of steps.
    private void Coarsen()
    {
        CoarsenTo(_resolution > FinestResolution ? _resolution : FinestResolution);
        while (_intervals > MostIntervals / 4 && _resolution < Now)
            CoarsenTo(_resolution * 2);
        _mostIntervals = Math.Max(MostIntervals, 2 * _intervals);
    }

    private void CoarsenTo(TimeSpan resolution)
    {
        _resolution = resolution;
        foreach (var lane in _lanes.Values)
            lane.Intervals.Coarsen(resolution);
        _intervals = _lanes.Values.Sum(lane => lane.Intervals.Count);
    }
}
