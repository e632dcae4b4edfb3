using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>A stretch of a lane in one state.</summary>
internal sealed record TimelineBar(int Row, TaskState State, double From, double Length, string Hover)
{
    /// <summary>The line that blocked, where it is known.</summary>
    public SourceLine? Source { get; init; }
}
