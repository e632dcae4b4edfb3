using System.Globalization;
using Dib.Kernel.Diagnostics;
using Dib.Kernel.Submissions;
using Dib.Protocol;
using EngineSubmitCode = Microsoft.DotNet.Interactive.Commands.SubmitCode;

namespace Dib.Kernel.Directives;

/// <summary>The imported cell that runs, and what imports it.</summary>
/// <param name="File">The path of its file.</param>
/// <param name="Imported">The cell.</param>
/// <param name="Line">The line of the importing cell, counted from zero, that says so.</param>
/// <param name="Outer">Where that cell is imported itself; null if it is the reader's.</param>
internal sealed record ImportPlace(string File, ImportedCell Imported, int Line, ImportPlace? Outer)
{
    private static readonly AsyncLocal<ImportPlace?> Ambient = new();

    /// <summary>The place of the calling code; null if it is not imported.</summary>
    internal static ImportPlace? Current => Ambient.Value;

    /// <summary>The command that the cell runs as.</summary>
    internal EngineSubmitCode Cell { get; } = new(Imported.Text, Imported.Kernel);

    /// <summary>What stack traces call the cell.</summary>
    internal string Name => Imported.Name;

    /// <summary>What stack traces call the cell whose code calls this: the imported one, or else the client's.</summary>
    internal static string NameOf(Submission submission) => Current?.Name ?? submission.Cell;

    /// <summary>From here on, until the calling async method ends, code belongs to this cell.</summary>
    internal void Enter() => Ambient.Value = this;

    /// <summary>Whether a file is being imported already.</summary>
    internal static bool IsImporting(string file) => IsImporting(Current, Path.GetFullPath(file));

    /// <summary>Tells a failure of this cell as one of the reader's cell: at the line that imports, with file, cell and line.</summary>
    internal CellFailure Tell(CellFailure failure)
    {
        var place = failure.Position is { Line: var line }
            ? string.Create(CultureInfo.InvariantCulture, $"{Name}, line {Imported.Line + line + 1}")
            : Name;
        var told = new CellFailure($"{place}: {failure.Message}", new LinePosition(Line, 0));
        return Outer?.Tell(told) ?? told;
    }

    private static bool IsImporting(ImportPlace? place, string file) =>
        place is not null
        && (string.Equals(place.File, file, StringComparison.Ordinal) || IsImporting(place.Outer, file));
}
