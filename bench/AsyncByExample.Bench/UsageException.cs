namespace AsyncByExample.Bench;

/// <summary>The command line cannot be followed; the message says why, in a sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
