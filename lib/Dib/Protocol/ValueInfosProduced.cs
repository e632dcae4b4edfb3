namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestValueInfos"/>.</summary>
public sealed record ValueInfosProduced(IReadOnlyList<KernelValueInfo> ValueInfos) : KernelEvent;
