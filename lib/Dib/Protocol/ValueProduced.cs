namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestValue"/>.</summary>
public sealed record ValueProduced(string Name, FormattedValue FormattedValue) : KernelEvent;
