namespace Dib.Protocol;

/// <summary>Asks what the compiler says of code that is not run; answered by <see cref="DiagnosticsProduced"/>.</summary>
public sealed record RequestDiagnostics(string Code) : KernelCommand;
