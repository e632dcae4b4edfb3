using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Engine;

/// <summary>Finds the files that cells load; a cell's own name stays a name, and does not become a path.</summary>
internal sealed class CellSources(string folder) : SourceFileResolver([], folder)
{
    public override string NormalizePath(string path, string? baseFilePath) => path;
}
