namespace Dib.Protocol;

/// <summary>Asks what kernels there are; answered by one <see cref="KernelInfoProduced"/> each.</summary>
public sealed record RequestKernelInfo : KernelCommand;
