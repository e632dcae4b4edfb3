namespace Dib.Protocol;

/// <summary>How bad the compiler finds it.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Only for tools.</summary>
    Hidden,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Suspicious, but it runs.</summary>
    Warning,

    /// <summary>It does not compile.</summary>
    Error,
}
