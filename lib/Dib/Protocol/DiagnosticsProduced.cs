namespace Dib.Protocol;

/// <summary>What the compiler said of a cell; empty when it said nothing.</summary>
public sealed record DiagnosticsProduced(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<FormattedValue> FormattedDiagnostics
) : KernelEvent;
