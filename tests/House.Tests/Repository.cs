using System.Runtime.CompilerServices;

namespace House.Tests;

/// <summary>Where things are in the repository that holds this test.</summary>
internal static class Repository
{
    // The tests' own configuration, debug or release.
    private static readonly string Configuration = Path.GetFileName(
        AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
    );

    internal static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>The projects of lib/: each folder is named for its assembly.</summary>
    internal static IEnumerable<string> Projects { get; } =
        Directory.EnumerateDirectories(Path.Combine(Root, "lib")).Select(folder => Path.GetFileName(folder));

    internal static string FolderOf(string project) => Path.Combine(Root, "lib", project);

    internal static string AssemblyOf(string project) =>
        Path.Combine(Root, "artifacts/bin", project, Configuration, project + ".dll");

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
