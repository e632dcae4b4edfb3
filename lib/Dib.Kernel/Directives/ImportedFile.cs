using Dib.Format;
using Microsoft.DotNet.Interactive.Documents;

namespace Dib.Kernel.Directives;

/// <summary>Reads the files that cells import: notebooks, and C# as one cell. Paths are relative to the working directory.</summary>
internal static class ImportedFile
{
    private const string CSharp = "csharp";

    /// <summary>The file's cells.</summary>
    /// <exception cref="ImportException">It cannot be imported.</exception>
    internal static IReadOnlyList<ImportedCell> Read(string path)
    {
        if (!File.Exists(path))
            throw new ImportException(path, $"there is no such file in '{Directory.GetCurrentDirectory()}'");
        if (ImportPlace.IsImporting(path))
            throw new ImportException(path, "it is being imported already");
        try
        {
            return Path.GetExtension(path) switch
            {
                ".dib" => Number(
                    path,
                    DibDocument.Load(path, path).Cells,
                    cell => (cell.KernelName, cell.Text, cell.Line - 1)
                ),
                ".ipynb" => Number(
                    path,
                    Notebook(path).Elements,
                    cell => (cell.KernelName ?? CSharp, cell.Contents, 0)
                ),
                ".cs" or ".csx" => [new(CSharp, File.ReadAllText(path), Path.GetFileName(path), 0)],
                _ => throw new ImportException(path, "only .dib, .ipynb, .cs and .csx files can"),
            };
        }
        catch (Exception e)
            when (e
                    is DibFormatException
                        or IOException
                        or UnauthorizedAccessException
                        or System.Text.Json.JsonException
            )
        {
            throw new ImportException(path, e.Message);
        }
    }

    private static InteractiveDocument Notebook(string path)
    {
        using var file = File.OpenRead(path);
        return Microsoft.DotNet.Interactive.Documents.Jupyter.Notebook.Read(file, []);
    }

    private static IReadOnlyList<ImportedCell> Number<T>(
        string path,
        IEnumerable<T> cells,
        Func<T, (string Kernel, string Text, int Line)> read
    ) => [.. cells.Select((cell, index) => ToCell(path, read(cell), index + 1))];

    private static ImportedCell ToCell(string path, (string Kernel, string Text, int Line) cell, int number) =>
        new(cell.Kernel, cell.Text, $"{Path.GetFileName(path)}, cell {number}", cell.Line);
}
