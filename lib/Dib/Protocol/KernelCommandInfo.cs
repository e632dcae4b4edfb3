namespace Dib.Protocol;

/// <summary>The name of a command that a kernel handles.</summary>
public sealed record KernelCommandInfo(string Name);
