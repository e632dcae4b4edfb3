using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dib.Running.Kernels;

/// <summary>The command that starts a kernel.</summary>
internal sealed record KernelLauncher(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>How much of the machine's memory a kernel may have, in percent.</summary>
    private const int MostMemory = 50;

    // Cells may ask for it: what they show again and again would otherwise pile up.
    private const string UpdatesInPlaceVariable = "DIB_UPDATES_IN_PLACE";

    /// <summary>What messages call the kernel; the command itself if not given.</summary>
    internal string? Name { get; init; }

    /// <summary>Brings here what the command needs, and tells the reader what takes a while.</summary>
    internal Func<TextWriter, CancellationToken, Task> PrepareAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether whoever shows the outputs redraws, while a cell runs, those that the cell updates.</summary>
    internal bool UpdatesInPlace { get; init; }

    /// <summary>The kernel that is built together with the host.</summary>
    internal static KernelLauncher Default
    {
        get
        {
            var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            var kernel = Path.GetFullPath(
                Path.Combine(here.FullName, "..", "..", "Dib.Kernel", here.Name, "Dib.Kernel.dll")
            );
            return new KernelLauncher("dotnet", [kernel]);
        }
    }

    /// <summary>Starts the kernel's process in the given folder.</summary>
    /// <exception cref="KernelException">There is no such command.</exception>
    internal Process Start(string folder)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        // A cell that asks for ever more memory fails, before the machine stands still.
        start.Environment.TryAdd(
            "DOTNET_GCHeapHardLimitPercent",
            MostMemory.ToString("X", CultureInfo.InvariantCulture)
        );
        start.Environment.Remove(UpdatesInPlaceVariable);
        if (UpdatesInPlace)
            start.Environment[UpdatesInPlaceVariable] = "yes";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new KernelException(
                $"the kernel `{this}` cannot be started ({e.NativeErrorCode switch
                {
                    2 => "there is no such command",
                    _ => e.Message,
                }}); check --kernel",
                e
            );
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? string.Join(' ', Arguments.Prepend(FileName));
}
