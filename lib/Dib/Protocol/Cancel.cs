namespace Dib.Protocol;

/// <summary>Asks the running cell to stop.</summary>
public sealed record Cancel : KernelCommand;
