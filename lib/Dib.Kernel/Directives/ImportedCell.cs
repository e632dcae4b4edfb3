namespace Dib.Kernel.Directives;

/// <summary>A cell of an imported file.</summary>
/// <param name="Kernel">The kernel that the cell is for.</param>
/// <param name="Text">The cell's code.</param>
/// <param name="Name">What stack traces call it.</param>
/// <param name="Line">The line of the file that the cell starts in, counted from zero.</param>
internal sealed record ImportedCell(string Kernel, string Text, string Name, int Line);
