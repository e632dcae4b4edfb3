using System.Collections.Immutable;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>Where code comes from: the cell's name in stack traces, and the files on the way to it.</summary>
internal sealed record CellPlace(string Cell, ImmutableStack<string> Files)
{
    /// <summary>The place of a cell that a client sent; it has a name if the client gave one.</summary>
    internal static CellPlace Of(SubmitCode command) =>
        new(command.Parameters.TryGetValue("cell", out var cell) ? $"cell {cell}" : "", []);

    internal bool IsImported => !Files.IsEmpty;

    internal CellPlace Into(string path, string cell) => new(cell, Files.Push(Path.GetFullPath(path)));
}
