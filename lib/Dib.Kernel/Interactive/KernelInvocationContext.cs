using Dib.Kernel.Session;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that the calling code belongs to.</summary>
public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Ambient = new();

    private KernelInvocationContext(CommandScope scope) => Scope = scope;

    /// <summary>The cell of the current async context; null outside of any.</summary>
    public static KernelInvocationContext? Current => Ambient.Value;

    /// <summary>Cancelled when the reader stops the cell.</summary>
    public CancellationToken CancellationToken => Scope.Submission.CancellationToken;

    internal CommandScope Scope { get; }

    /// <summary>From here on, until the calling async method ends, code belongs to this command.</summary>
    internal static void Enter(CommandScope scope) => Ambient.Value = new KernelInvocationContext(scope);
}
