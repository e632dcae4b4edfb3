namespace AsyncByExample.Recording;

/// <summary>One item of the work queue, from the moment a task took it to the moment it was done with it.</summary>
/// <param name="Work">What was taken: a count, later a URL.</param>
/// <param name="From">Article time since the example started.</param>
/// <param name="To">Article time since the example started; null if the item was never finished.</param>
/// <param name="FirstLine">How many lines the example had printed when it was taken.</param>
/// <param name="EndLine">How many lines the example had printed when it was finished; null if it never was.</param>
/// <param name="Source">The line that took it.</param>
public sealed record WorkItem(
    string Work,
    TimeSpan From,
    TimeSpan? To,
    int FirstLine,
    int? EndLine,
    SourceLine? Source
);
