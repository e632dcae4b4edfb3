namespace Dib.Host.Exports.Programs;

/// <summary>A cell cannot be part of a program.</summary>
/// <param name="line">The line in the cell, counted from zero.</param>
/// <param name="reason">Why, in half a sentence.</param>
internal sealed class ProgramException(int line, string reason) : Exception(reason)
{
    internal int Line => line;
}
