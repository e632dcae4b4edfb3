namespace AsyncByExample.Recording;

/// <summary>A line that the example printed.</summary>
/// <param name="At">Article time since the example started.</param>
/// <param name="Lane">The task that printed it; null for the program itself.</param>
/// <param name="Text">The line, without its line end.</param>
/// <param name="Source">The line of code that printed it, where it is known.</param>
public sealed record PrintedLine(TimeSpan At, string? Lane, string Text, SourceLine? Source = null);
