using Dib.Running.Kernels;

namespace Dib.Host.Tools;

/// <summary>
/// The kernel of Polyglot Notebooks: a .NET tool, in the version that the repository's tool manifest pins, and restored
/// when it is missing.
/// </summary>
internal static class InteractiveTool
{
    /// <summary>The tool's command.</summary>
    internal const string Command = "dotnet-interactive";

    private const string Package = "microsoft.dotnet-interactive";

    // Notebooks may lie anywhere; the host lies in its repository.
    private static readonly string? Folder = FolderAbove(AppContext.BaseDirectory);

    /// <summary>Starts it as a kernel.</summary>
    // Through the host, as a command that nobody else sees: the tool itself does not end with its input.
    internal static KernelLauncher Launcher { get; } =
        new("dotnet", [typeof(InteractiveTool).Assembly.Location, Command, Folder ?? ""])
        {
            Name = Command,
            PrepareAsync = (told, cancellation) => PrepareAsync(Folder, told, cancellation),
        };

    /// <summary>The nearest folder, this one or one above, whose tool manifest pins the tool; null when there is none.</summary>
    internal static string? FolderAbove(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var manifest = Path.Combine(folder, ".config", "dotnet-tools.json");
            if (
                File.Exists(manifest) && File.ReadAllText(manifest).Contains($"\"{Package}\"", StringComparison.Ordinal)
            )
                return folder;
        }
        return null;
    }

    /// <summary>Restores the tool if it is missing, and tells so, because it takes a while.</summary>
    /// <exception cref="KernelException">It is missing and cannot be restored.</exception>
    internal static async Task PrepareAsync(string? folder, TextWriter told, CancellationToken cancellation)
    {
        if (folder is null)
            throw new KernelException(
                $"No tool manifest (.config/dotnet-tools.json) above the host pins {Package}: run the host in its repository, or give --kernel a command, such as \"dotnet interactive stdio\"."
            );
        if (await LackAsync(folder, cancellation) is null)
            return;
        await told.WriteLineAsync($"Restoring {Command}, the kernel of Polyglot Notebooks. This happens once.");
        await told.FlushAsync(cancellation);
        var complaint = await DotNet.ComplaintAsync(folder, cancellation, "tool", "restore");
        // What counts is this tool: the manifest pins others, too.
        if (await LackAsync(folder, cancellation) is { } lack)
            throw new KernelException(
                $"{Command} could not be restored ({(complaint ?? lack).TrimEnd('.')}): look whether there is a network, then run `dotnet tool restore` in {folder}."
            );
    }

    private static Task<string?> LackAsync(string folder, CancellationToken cancellation) =>
        DotNet.ComplaintAsync(folder, cancellation, "tool", "run", Command, "--", "--version");
}
