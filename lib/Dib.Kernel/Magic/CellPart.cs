using Dib.Protocol;

namespace Dib.Kernel.Magic;

/// <summary>A stretch of a cell, from the given line on (counted from zero).</summary>
internal abstract record CellPart(int Line)
{
    /// <summary>Code for one kernel.</summary>
    internal sealed record Code(int Line, string Kernel, string Text) : CellPart(Line);

    /// <summary>A line that names the kernel of the lines after it.</summary>
    internal sealed record Selector(int Line, string Kernel) : CellPart(Line);

    /// <summary>A line that runs the cells of a file in its place.</summary>
    internal sealed record Import(int Line, string Path) : CellPart(Line);

    /// <summary>A line that cannot be obeyed, so that nothing of the cell is run.</summary>
    internal sealed record Refusal(int Line, string Message, Diagnostic? Diagnostic = null) : CellPart(Line);
}
