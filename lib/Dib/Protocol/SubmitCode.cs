namespace Dib.Protocol;

/// <summary>Runs a cell.</summary>
public sealed record SubmitCode(string Code) : KernelCommand
{
    /// <summary>Free to use; ours reads <c>cell</c>, the name of the cell in stack traces and messages.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
