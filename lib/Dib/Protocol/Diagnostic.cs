namespace Dib.Protocol;

/// <summary>What the compiler says of a stretch of code.</summary>
public sealed record Diagnostic(
    LinePositionSpan LinePositionSpan,
    DiagnosticSeverity Severity,
    string Code,
    string Message
);
