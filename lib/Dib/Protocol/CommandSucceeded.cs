namespace Dib.Protocol;

/// <summary>The command ended well; its last event.</summary>
public sealed record CommandSucceeded(int? ExecutionOrder = 0) : KernelEvent;
