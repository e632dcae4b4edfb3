namespace AsyncByExample.Charts;

/// <summary>Where a chart shows the moment that the reader looks at: a line across some of its rows.</summary>
/// <param name="Run">Which run's moments it follows: see <see cref="KeyOf"/>.</param>
/// <param name="Unit">What the horizontal axis shows as 1, in seconds or printed lines.</param>
/// <param name="Top">The vertical axis' value at which the line starts; null for the whole height.</param>
/// <param name="Bottom">The vertical axis' value at which the line ends.</param>
/// <param name="Spans">
/// For a bar whose length is time spent: from one moment to another it grows from a length; null where the axis is the
/// timeline's own.
/// </param>
internal sealed record CursorTrack(
    string Run,
    double Unit,
    double? Top = null,
    double? Bottom = null,
    IReadOnlyList<double[]>? Spans = null
)
{
    /// <summary>The name under which charts of one run that count the same know each other; null for a run without one.</summary>
    public static string? KeyOf(Run run, TimelineAxis axis) =>
        run.Id.Length == 0 ? null
        : axis == TimelineAxis.Seconds ? run.Id
        : run.Id + "-lines";
}
