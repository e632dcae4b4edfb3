using System.Globalization;
using Dib.Protocol;

namespace Dib.Kernel.Import;

/// <summary>A cell of an imported file.</summary>
/// <param name="Kernel">The kernel that the cell is for.</param>
/// <param name="Text">The cell's code.</param>
/// <param name="Name">What stack traces call it.</param>
/// <param name="Line">The line of the file that the cell starts in, counted from zero.</param>
internal sealed record ImportedCell(string Kernel, string Text, string Name, int Line)
{
    /// <summary>Names the file, the cell and the line, for people.</summary>
    internal string Describe(LinePosition? position) =>
        position is { Line: var line }
            ? string.Create(CultureInfo.InvariantCulture, $"{Name}, line {Line + line + 1}")
            : Name;
}
