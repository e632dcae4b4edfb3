namespace Dib.Protocol;

/// <summary>Ends the kernel's process.</summary>
public sealed record Quit : KernelCommand;
