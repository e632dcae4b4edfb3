using System.Diagnostics;
using Dib.Protocol;

namespace Dib.Kernel.Diagnostics;

/// <summary>Tells what a cell threw, and in which of its lines.</summary>
internal static class ExceptionReport
{
    internal static CellFailure Of(Exception exception, string? scriptClass, string cell) =>
        new(WithoutLines(exception.ToString()), PositionIn(scriptClass, cell, exception));

    // Where the exception left the cell's own code, whatever it called.
    private static LinePosition? PositionIn(string? scriptClass, string cell, Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true)
            .GetFrames()
            .Where(frame => frame.GetFileLineNumber() > 0 && IsOf(scriptClass, frame.GetMethod()?.DeclaringType))
            .Where(frame => string.Equals(frame.GetFileName() ?? "", cell, StringComparison.Ordinal))
            .Select(frame =>
                (LinePosition?)new LinePosition(frame.GetFileLineNumber() - 1, frame.GetFileColumnNumber() - 1)
            )
            .FirstOrDefault();

    private static bool IsOf(string? scriptClass, Type? type) =>
        type is not null
        && (
            type.DeclaringType is { } outer
                ? IsOf(scriptClass, outer)
                : string.Equals(type.FullName, scriptClass, StringComparison.Ordinal)
        );

    // A line of a cell is told once, beside the message; that of a frame would be of no file that a reader could open.
    private static string WithoutLines(string report) =>
        string.Join('\n', report.Split('\n').Select(line => IsInASubmission(line) ? WithoutFile(line) : line));

    private static bool IsInASubmission(string line) => line.StartsWith("   at Submission#", StringComparison.Ordinal);

    private static string WithoutFile(string frame) =>
        frame.IndexOf(") in ", StringComparison.Ordinal) is >= 0 and var end ? frame[..(end + 1)] : frame;
}
