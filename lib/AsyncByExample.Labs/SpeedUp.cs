namespace AsyncByExample.Labs;

/// <summary>How many times as fast runs are as another one, in sentences whose numbers come from them.</summary>
public static class SpeedUp
{
    /// <summary>A sentence for each of the others: its total, the speed-up, and the least that its work allows.</summary>
    /// <param name="first">What the others are compared with.</param>
    /// <param name="others">Runs of the same work; of one that did other work it is said that it cannot be compared.</param>
    /// <param name="predict">The reader's guess of the first speed-up; null where none was made.</param>
    public static Summary Of(Run first, IEnumerable<Run> others, double? predict = null) =>
        new([.. others.Select((run, i) => Sentence(first, run, i == 0 ? predict : null))]);

    private static string Sentence(Run first, Run run, double? predict)
    {
        var guess = predict is { } times ? FormattableString.Invariant($" (your guess: {times:0.0})") : "";
        var bound = run.LowerBound.Time > TimeSpan.Zero ? $"; the lower bound is {Text(run, run.LowerBound.Time)}" : "";
        var totals = $"{run.Label}: {Text(run, run.Total)}, where {first.Label} took {Text(first, first.Total)}";
        return !WorkOf(first).SequenceEqual(WorkOf(run), StringComparer.Ordinal)
                ? $"{totals}, for another queue: the two cannot be compared."
            : first.Total == TimeSpan.Zero || run.Total == TimeSpan.Zero || !WorkOf(run).Any()
                ? $"{totals}: there is nothing to compare{guess}."
            : FormattableString.Invariant($"{totals}: {first.Total / run.Total:0.0} times as fast{guess}{bound}.");
    }

    // Who did it, and in which order, does not matter.
    private static IEnumerable<string> WorkOf(Run run) =>
        run.Timeline.Lanes.SelectMany(lane => lane.Items).Select(item => item.Work).Order(StringComparer.Ordinal);

    private static string Text(Run run, TimeSpan time) => Duration.Text(time, run.Unit);
}
