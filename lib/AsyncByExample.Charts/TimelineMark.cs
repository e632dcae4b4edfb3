namespace AsyncByExample.Charts;

/// <summary>A vertical line with its label.</summary>
internal sealed record TimelineMark(double At, string Label, string Color, string Dash);
