namespace Dib.Host.Running;

/// <summary>How an output came about.</summary>
internal enum OutputKind
{
    Stdout,
    Stderr,
    Display,
    Result,
    Error,
}
