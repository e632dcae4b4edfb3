namespace Dib.Protocol;

/// <summary>Sent to a kernel: what the reader answered to <see cref="RequestInput"/>.</summary>
public sealed record InputProduced(string Value) : KernelEvent;
