using System.Collections.Immutable;

namespace Dib.Kernel.Session;

/// <summary>Where code comes from: the cell's name in stack traces, and the files on the way to it.</summary>
internal sealed record CellPlace(string Cell, ImmutableStack<string> Files)
{
    internal CellPlace(string cell)
        : this(cell, []) { }

    internal bool IsImported => !Files.IsEmpty;

    internal CellPlace Into(string path, string cell) =>
        new(cell, Files.Push(Path.GetFullPath(path)));
}
