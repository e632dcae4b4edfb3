using System.ComponentModel;
using System.Diagnostics;
using Dib.Running.Kernels;

namespace Dib.Host.Tools;

/// <summary>The command <c>dotnet</c>, called without telemetry and without a word of greeting.</summary>
internal static class DotNet
{
    private static readonly string[] Quiet =
    [
        "DOTNET_CLI_TELEMETRY_OPTOUT",
        "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT",
        "DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE",
        "DOTNET_NOLOGO",
    ];

    /// <summary>A call in a folder, with the present process's standard streams.</summary>
    internal static ProcessStartInfo Call(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, WorkingDirectory = folder };
        foreach (var variable in Quiet)
            start.Environment[variable] = "1";
        return start;
    }

    /// <exception cref="KernelException">There is no such command.</exception>
    internal static Process Start(ProcessStartInfo call)
    {
        try
        {
            return Process.Start(call)!;
        }
        catch (Win32Exception e)
        {
            throw new KernelException(
                "There is no command called dotnet: install the .NET 10 SDK from https://dotnet.microsoft.com/download.",
                e
            );
        }
    }

    /// <summary>Calls it, and gives the first line of what it complains about; null when it has no complaint.</summary>
    /// <exception cref="KernelException">There is no such command.</exception>
    internal static async Task<string?> ComplaintAsync(
        string folder,
        CancellationToken cancellation,
        params IEnumerable<string> arguments
    )
    {
        var call = Call(folder, arguments);
        (call.RedirectStandardOutput, call.RedirectStandardError) = (true, true);
        using var process = Start(call);
        await using var interrupt = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        var lines = (errors + "\n" + await output).Split('\n', StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? null
            : Array.Find(lines, line => line.Length > 0)?.Replace("Unhandled exception: ", "", StringComparison.Ordinal)
                ?? $"exit code {process.ExitCode}";
    }
}
