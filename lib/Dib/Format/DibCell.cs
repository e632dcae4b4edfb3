namespace Dib.Format;

/// <summary>One cell of a notebook: a text and the kernel that it is for.</summary>
/// <param name="KernelName">The kernel's name (<c>csharp</c>, <c>markdown</c>, ...), never an alias.</param>
/// <param name="Text">The text without leading and trailing blank lines; its lines end with <c>\n</c>.</param>
/// <param name="Line">The text's first line in the file, counted from one.</param>
public sealed record DibCell(string KernelName, string Text, int Line)
{
    /// <summary>Where the text lies among the file's bytes.</summary>
    internal Range Bytes { get; init; }

    /// <summary>What lies among those bytes and is no part of the text.</summary>
    internal DibGap? Gap { get; init; }

    /// <summary>The line that starts the cell; null for leading text, which needs none.</summary>
    internal DibLine? Separator { get; init; }

    /// <summary>Where the cell starts among the file's bytes.</summary>
    internal int Start => Separator?.Start ?? Bytes.Start.Value;

    /// <summary>Where a line of the text, counted from zero, stands in the file, counted from one.</summary>
    public int LineOf(int textLine) => Line + textLine + (Gap is { } gap && textLine >= gap.At ? gap.Lines : 0);
}
