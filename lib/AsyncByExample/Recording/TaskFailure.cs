namespace AsyncByExample.Recording;

/// <summary>A task ended by an exception that nobody in it has caught.</summary>
/// <param name="At">Article time since the example started.</param>
/// <param name="Message">What the exception says.</param>
public sealed record TaskFailure(TimeSpan At, string Message);
