namespace AsyncByExample.Charts;

/// <summary>What a timeline's horizontal axis counts.</summary>
public enum TimelineAxis
{
    /// <summary>Article time.</summary>
    Seconds,

    /// <summary>Printed lines, in order: each is one step of the task that printed it.</summary>
    PrintedLines,
}
