namespace AsyncByExample.Charts;

/// <summary>What a timeline draws, in the units of its axis; rows count from 0 at the top.</summary>
internal sealed record TimelinePicture(
    Axis Axis,
    IReadOnlyList<string> Rows,
    IReadOnlyList<TimelineBar> Bars,
    IReadOnlyList<TimelineBracket> Brackets,
    IReadOnlyList<TimelineMark> Marks,
    IReadOnlyList<string> Omitted
)
{
    /// <summary>How the axis counts time; null where it counts printed lines.</summary>
    public TimeScale? Scale { get; init; }

    /// <summary>Where the last stretch that is drawn ends.</summary>
    public double End { get; init; }

    /// <summary>Which tasks were ended by an exception.</summary>
    public IReadOnlyList<TimelineFailure> Failures { get; init; } = [];

    /// <summary>What called for attention.</summary>
    public IReadOnlyList<TimelinePin> Pins { get; init; } = [];
}
