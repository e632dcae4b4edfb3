namespace Dib.Protocol;

/// <summary>Sent by a kernel: asks the reader for a value, which the client answers with <see cref="InputProduced"/>.</summary>
/// <param name="Prompt">What to ask, for people; may be missing.</param>
public sealed record RequestInput(string? Prompt) : KernelCommand
{
    /// <summary>Whether what the reader types must not be shown.</summary>
    public bool IsPassword { get; init; }
}
