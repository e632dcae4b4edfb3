namespace Dib.Protocol;

/// <summary>A cell's code stops in mid-sentence; it is compiled all the same, and fails.</summary>
public sealed record IncompleteCodeSubmissionReceived : KernelEvent;
