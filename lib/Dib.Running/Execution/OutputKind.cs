namespace Dib.Running.Execution;

/// <summary>How an output came about.</summary>
internal enum OutputKind
{
    Stdout,
    Stderr,
    Display,
    Result,
    Error,
}
