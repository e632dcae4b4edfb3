namespace AsyncByExample.Recording;

/// <summary>Where in the reader's code something happened, as the compiler told it.</summary>
/// <param name="Member">The method, such as <c>MyTask</c>.</param>
/// <param name="File">The cell (<c>cell 6</c>) where the kernel names its cells, a path in a compiled program, or empty.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record SourceLine(string Member, string File, int Line)
{
    /// <summary>For example <c>MyTask, cell 6, line 8</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Member}{(File.Length > 0 ? ", " + Path.GetFileName(File) : "")}, line {Line}");
}
