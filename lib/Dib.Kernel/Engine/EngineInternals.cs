using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;

namespace Dib.Kernel.Engine;

/// <summary>
/// The few private members of the engine without which a reader would be told less, or would lose something.
/// The engine's version is fixed, and it is no longer developed: they stay what they are.
/// </summary>
internal static class EngineInternals
{
    /// <summary>
    /// What cancels a cell's token and nothing else. The engine's own way to cancel reports the cell as failed at once,
    /// and drops what it prints while it stops.
    /// </summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cancellationTokenSource")]
    internal static extern ref CancellationTokenSource CancellationOf(KernelInvocationContext context);

    /// <summary>How cells are compiled. The engine leaves out what gives an exception its line.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_scriptOptions")]
    internal static extern ref ScriptOptions OptionsOf(CSharpKernel kernel);

    /// <summary>The folder that the options are for: when it is another one, the engine sets its own.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_workingDirectory")]
    internal static extern ref string? FolderOf(CSharpKernel kernel);

    /// <summary>Sets what the next cell continues from: a cell that was given up must not decide that when it ends at last.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ScriptState")]
    internal static extern void SetState(CSharpKernel kernel, ScriptState? state);

    /// <summary>What the engine's workspace is made of.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<DefaultHost>k__BackingField")]
    internal static extern ref MefHostServices? DefaultHost(MefHostServices? type);

    /// <summary>Sets a part of a cell to its code where it stands in the cell.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Code")]
    internal static extern void SetCode(SubmitCode command, string code);
}
