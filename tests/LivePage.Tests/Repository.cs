using System.Runtime.CompilerServices;

namespace LivePage.Tests;

/// <summary>Where things are in the repository that holds this test.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    // The tests' own configuration, debug or release.
    public static string Host { get; } =
        Path.Combine(
            Root,
            "artifacts/bin/Dib.Host",
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
            "Dib.Host.dll"
        );

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
