using System.Diagnostics;
using Dib.Running.Kernels;

namespace Dib.Host.Tools;

/// <summary>
/// The pinned tool as a kernel that ends with its input. The tool by itself does not: when its reader is gone, however
/// that ended, it would live on and keep a core busy.
/// </summary>
internal static class InteractiveProcess
{
    /// <summary>Runs the tool until it ends or its input does, and gives its exit code.</summary>
    /// <param name="manifestFolder">The folder whose tool manifest pins the tool.</param>
    /// <param name="folder">The kernel's working directory, the notebook's own folder.</param>
    /// <param name="input">What the kernel reads.</param>
    /// <exception cref="KernelException">There is no command called dotnet.</exception>
    internal static async Task<int> RunAsync(
        string manifestFolder,
        string folder,
        Stream input,
        CancellationToken cancellation
    )
    {
        string[] stdio = ["stdio", "--default-kernel", "csharp", "--working-dir", folder];
        // A tool is looked up from the working directory upwards, where the notebook need not lie.
        var call = DotNet.Call(manifestFolder, ["tool", "run", InteractiveTool.Command, "--", .. stdio]);
        call.RedirectStandardInput = true;
        using var tool = DotNet.Start(call);
        var ended = tool.WaitForExitAsync(cancellation);
        await Task.WhenAny(ended, Task.Run(() => CopyAsync(input, tool), cancellation));
        End(tool);
        await tool.WaitForExitAsync(CancellationToken.None);
        return tool.ExitCode;
    }

    // What it started goes with it: `dotnet tool run` is a process that waits for another.
    private static void End(Process tool)
    {
        try
        {
            tool.Kill(entireProcessTree: true);
        }
        // One of them has ended while the tree was walked.
        catch (Exception e) when (e is InvalidOperationException or AggregateException) { }
    }

    private static async Task CopyAsync(Stream input, Process tool)
    {
        try
        {
            await input.CopyToAsync(tool.StandardInput.BaseStream);
        }
        // It has ended, and nobody reads there any more.
        catch (IOException) { }
    }
}
