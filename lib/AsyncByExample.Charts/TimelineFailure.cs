namespace AsyncByExample.Charts;

/// <summary>Where a task was ended by an exception.</summary>
internal sealed record TimelineFailure(int Row, double At, string Hover);
