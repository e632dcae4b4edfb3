namespace Dib.Protocol;

/// <summary>A cell arrived at its kernel.</summary>
public sealed record CodeSubmissionReceived(string Code) : KernelEvent;
