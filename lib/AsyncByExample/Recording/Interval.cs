namespace AsyncByExample.Recording;

/// <summary>A stretch of a lane in one state.</summary>
/// <param name="State">What the task was doing.</param>
/// <param name="From">Article time since the example started.</param>
/// <param name="To">Article time since the example started, after <paramref name="From"/>.</param>
/// <param name="Thread">The thread it held or last held.</param>
/// <param name="Turn">How many times the task had let go of the thread before.</param>
/// <param name="Source">The line that blocked, where it is known.</param>
public readonly record struct Interval(
    TaskState State,
    TimeSpan From,
    TimeSpan To,
    int Thread,
    int Turn,
    SourceLine? Source
)
{
    /// <summary>How long the stretch is, in article time.</summary>
    public TimeSpan Duration => To - From;

    /// <summary>Whether nobody else could use the thread meanwhile.</summary>
    public bool HoldsThread => State.HoldsThread();
}
