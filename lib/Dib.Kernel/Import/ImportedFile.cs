using Dib.Kernel.Session;

namespace Dib.Kernel.Import;

/// <summary>Reads the files that cells import: notebooks, and C# as one cell.</summary>
internal static class ImportedFile
{
    /// <summary>Why a file cannot be imported; null when it can.</summary>
    internal static string? Refuse(string path, IReadOnlyCollection<string> importing)
    {
        if (Path.GetExtension(path) is not (".dib" or ".cs" or ".csx"))
            return $"'{path}' cannot be imported: a .dib, .cs or .csx file can.";
        if (!File.Exists(path))
            return $"'{path}' cannot be imported: there is no such file in '{Directory.GetCurrentDirectory()}'.";
        return importing.Contains(Path.GetFullPath(path), StringComparer.Ordinal)
            ? $"'{path}' cannot be imported: it is being imported already."
            : null;
    }

    internal static IEnumerable<ImportedCell> Read(string path) =>
        Path.GetExtension(path) is ".dib" ? ReadNotebook(path) : [ReadCode(path)];

    private static ImportedCell ReadCode(string path) =>
        new(KernelNames.CSharp, File.ReadAllText(path), Path.GetFileName(path), 0);

    private static IEnumerable<ImportedCell> ReadNotebook(string path) =>
        throw new NotSupportedException(path);
}
