using Dib.Format;
using Dib.Kernel.Session;

namespace Dib.Kernel.Import;

/// <summary>Reads the files that cells import: notebooks, and C# as one cell. Paths are relative to the working directory.</summary>
internal static class ImportedFile
{
    /// <summary>The file's cells.</summary>
    /// <exception cref="ImportException">It cannot be imported.</exception>
    internal static IReadOnlyList<ImportedCell> Read(string path, IEnumerable<string> importing)
    {
        if (!File.Exists(path))
            throw new ImportException(path, $"there is no such file in '{Directory.GetCurrentDirectory()}'");
        if (importing.Contains(Path.GetFullPath(path), StringComparer.Ordinal))
            throw new ImportException(path, "it is being imported already");
        try
        {
            return Path.GetExtension(path) switch
            {
                ".dib" =>
                [
                    .. DibDocument.Load(path, path).Cells.Select((cell, index) => ToCell(path, cell, index + 1)),
                ],
                ".cs" or ".csx" => [new(KernelNames.CSharp, File.ReadAllText(path), Path.GetFileName(path), 0)],
                _ => throw new ImportException(path, "only .dib, .cs and .csx files can"),
            };
        }
        catch (Exception e) when (e is DibFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ImportException(path, e.Message);
        }
    }

    private static ImportedCell ToCell(string path, DibCell cell, int number) =>
        new(cell.KernelName, cell.Text, $"{Path.GetFileName(path)}, cell {number}", cell.Line - 1);
}
