namespace Dib.Running.Runs;

/// <summary>A line that a run printed.</summary>
/// <param name="Lane">The task that printed it; null when it was none.</param>
internal sealed record KeptLine(string? Lane);
