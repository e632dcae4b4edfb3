namespace AsyncByExample;

public sealed partial class RunStore
{
    /// <summary>
    /// The kept runs that did the same job as another, which are those that can be compared with it: they waited or
    /// only counted as it did, and took the same items from the work queue, in whatever order.
    /// </summary>
    public IReadOnlyList<Run> Like(Run? run) => run is null ? [] : [.. All().Where(kept => IsLike(kept, run))];

    private static bool IsLike(Run one, Run other) =>
        one.IsTimed == other.IsTimed
        && one.Unit == other.Unit
        && WorkOf(one).SequenceEqual(WorkOf(other), StringComparer.Ordinal);

    private static IEnumerable<string> WorkOf(Run run) =>
        run.Timeline.Lanes.SelectMany(lane => lane.Items).Select(item => item.Work).Order(StringComparer.Ordinal);
}
