using System.Runtime.CompilerServices;

namespace Dib.Host.Tests;

/// <summary>Where things are in the repository that holds this test.</summary>
internal static class Repository
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>The path of something named from the root.</summary>
    internal static string PathOf(string path) => Path.Combine(Root, path);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
