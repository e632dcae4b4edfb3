namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>A failure as a callback gets it, which Twisted wraps and C# does not.</summary>
internal sealed record Failed(Exception Error);
