using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>What a recorder had to leave out of a long run, in the words that stand on its pictures.</summary>
internal static class Abridgement
{
    /// <summary>Of the times; nothing where all are kept.</summary>
    public static IEnumerable<string> OfTimes(Timeline timeline, TimeUnit unit)
    {
        if (timeline.IsSpoilt)
            yield return $"this machine was busy: without {Duration.Text(timeline.Late, unit)} that it was late";
        if (timeline.Resolution > TimeSpan.Zero)
            yield return $"what one task did within {Duration.Text(timeline.Resolution, unit)} is drawn together";
    }

    /// <summary>Of the lines and items; nothing where all are kept.</summary>
    public static IEnumerable<string> OfCounts(Run run)
    {
        if (run.Timeline.LinesLeftOut is > 0 and var lines)
            yield return FormattableString.Invariant($"without the last {lines} lines");
        if (run.Timeline.ItemsLeftOut is > 0 and var items)
            yield return FormattableString.Invariant($"without the last {items} items");
    }
}
