namespace Dib.Protocol;

/// <summary>The command ended badly; its last event.</summary>
/// <param name="Message">What went wrong, as it is shown to people.</param>
/// <param name="ExecutionOrder">Unused.</param>
/// <param name="LinePosition">The place in the cell, zero-based; null when unknown. Only our kernel says it.</param>
public sealed record CommandFailed(string Message, int? ExecutionOrder = null, LinePosition? LinePosition = null)
    : KernelEvent;
