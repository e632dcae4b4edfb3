namespace Dib.Protocol;

/// <summary>The kernel's first event: it takes commands from now on.</summary>
public sealed record KernelReady(IReadOnlyList<KernelInfo> KernelInfos) : KernelEvent;
