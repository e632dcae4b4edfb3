namespace AsyncByExample.Recording;

/// <summary>What happened: a lane per task, and the printed lines. All times are article time since the start.</summary>
/// <param name="Lanes">The tasks, in the order in which they first appeared.</param>
/// <param name="Lines">What was printed, in order.</param>
/// <param name="Total">When the example's main program returned.</param>
public sealed record Timeline(IReadOnlyList<LaneTimeline> Lanes, IReadOnlyList<PrintedLine> Lines, TimeSpan Total)
{
    /// <summary>What called for attention, in order of time.</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];

    /// <summary>
    /// What this machine was late by in waking the example, beyond the ordinary, because it was busy. No other time
    /// contains any of it.
    /// </summary>
    public TimeSpan Late { get; init; }

    /// <summary>
    /// Zero where every interval is kept as it was. Otherwise there were too many: of those that lie in the same window
    /// of this length, those of one state are kept as one.
    /// </summary>
    public TimeSpan Resolution { get; init; }

    /// <summary>How many lines were printed after the last one that is kept.</summary>
    public int LinesLeftOut { get; init; }

    /// <summary>How many items of work were taken after the last one that is kept.</summary>
    public int ItemsLeftOut { get; init; }

    /// <summary>Whether some task waited or blocked: if not, the order of the printed lines tells more than their times.</summary>
    public bool HasWaits =>
        Lanes.Any(lane => lane.Intervals.Any(interval => interval.State is TaskState.Waiting or TaskState.Blocking));

    /// <summary>Whether this machine was late by more than can be overlooked in the picture.</summary>
    internal bool IsSpoilt => Late > Total / 100;

    /// <summary>How many lines were printed, with those that are not kept.</summary>
    internal int LineCount => Lines.Count + LinesLeftOut;

    /// <summary>How many threads the tasks held, one after the other or side by side.</summary>
    internal int Threads =>
        Lanes
            .SelectMany(lane => lane.Intervals)
            .Where(interval => interval.HoldsThread)
            .DistinctBy(interval => interval.Thread)
            .Count();

    /// <summary>For each task the numbers of the lines that it printed, counted from 0.</summary>
    internal ILookup<string?, int> LinesOf() =>
        Lines.Index().ToLookup(line => line.Item.Lane, line => line.Index, StringComparer.Ordinal);

    /// <summary>
    /// The same with no more intervals than can be drawn, if that can be had at a coarser resolution: not where there
    /// are so many tasks that even one interval for each would be too many.
    /// </summary>
    internal Timeline AtMost(int intervals)
    {
        var coarse = this;
        var finest = new TimeSpan(Math.Max(Total.Ticks / intervals, 1));
        while (coarse.Lanes.Sum(lane => lane.Intervals.Count) > intervals && coarse.Resolution < Total)
            coarse = coarse.CoarsenedTo(coarse.Resolution > finest ? coarse.Resolution * 2 : finest * 2);
        return coarse;
    }

    private Timeline CoarsenedTo(TimeSpan resolution) =>
        this with
        {
            Resolution = resolution,
            Lanes = [.. Lanes.Select(lane => lane with { Intervals = Coarsening.Of(lane.Intervals, resolution) })],
        };

    /// <summary>The time that all tasks together spent in a state.</summary>
    public TimeSpan In(TaskState state) => new(Lanes.Sum(lane => lane.In(state).Ticks));
}
