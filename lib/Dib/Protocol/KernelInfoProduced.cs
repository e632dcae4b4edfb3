namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestKernelInfo"/>.</summary>
public sealed record KernelInfoProduced(KernelInfo KernelInfo) : KernelEvent;
