using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Engine;

/// <summary>Finds the files that cells load as another does; a cell's own name stays a name, and does not become a path.</summary>
internal sealed class CellSources(SourceFileResolver files) : SourceFileResolver(files.SearchPaths, files.BaseDirectory)
{
    public override string NormalizePath(string path, string? baseFilePath) => path;
}
