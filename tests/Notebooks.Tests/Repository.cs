using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dib.Format;

namespace Notebooks.Tests;

/// <summary>Where things are in the repository that holds this test.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string NotebooksFolder { get; } = Path.Combine(Root, "notebooks");

    /// <summary>The lessons, in order.</summary>
    public static IReadOnlyList<string> Lessons { get; } =
    [.. Directory.EnumerateFiles(NotebooksFolder, "*.dib").Where(IsLesson).Order(StringComparer.Ordinal)];

    /// <summary>The cells of a notebook, by its name without the extension or with it.</summary>
    public static ImmutableArray<DibCell> CellsOf(string lesson) =>
        DibDocument.Load(Path.Combine(NotebooksFolder, Path.ChangeExtension(lesson, ".dib"))).Cells;

    public static string Host { get; } = Program("Dib.Host");

    public static string Kernel { get; } = Program("Dib.Kernel");

    // In the tests' own configuration, debug or release.
    private static string Program(string name) =>
        Path.Combine(
            Root,
            "artifacts/bin",
            name,
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
            $"{name}.dll"
        );

    private static bool IsLesson(string path) => char.IsAsciiDigit(Path.GetFileName(path)[0]);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
