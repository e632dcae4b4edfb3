using System.Diagnostics;
using Dib.Kernel.Session;
using Dib.Protocol;
using Microsoft.CodeAnalysis;

namespace Dib.Kernel.CSharp;

/// <summary>Tells what a cell threw, and in which of its lines.</summary>
internal static class ExceptionReport
{
    internal static CellFailure Of(Exception exception, Compilation compilation, string cell) =>
        new(WithoutLines(exception.ToString()), PositionIn(compilation, cell, exception));

    // Where the exception left the cell's own code, whatever it called.
    private static LinePosition? PositionIn(Compilation compilation, string cell, Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true)
            .GetFrames()
            .Where(frame => frame.GetFileLineNumber() > 0 && IsOf(compilation, frame.GetMethod()?.DeclaringType))
            .Where(frame => string.Equals(frame.GetFileName() ?? "", cell, StringComparison.Ordinal))
            .Select(frame =>
                (LinePosition?)new LinePosition(frame.GetFileLineNumber() - 1, frame.GetFileColumnNumber() - 1)
            )
            .FirstOrDefault();

    private static bool IsOf(Compilation compilation, Type? type) =>
        type is not null
        && (
            type.DeclaringType is { } outer
                ? IsOf(compilation, outer)
                : string.Equals(type.FullName, compilation.ScriptClass?.Name, StringComparison.Ordinal)
        );

    // The real kernel compiles without debug information, so its stack traces have no lines.
    private static string WithoutLines(string report) =>
        string.Join('\n', report.Split('\n').Select(line => IsInASubmission(line) ? WithoutFile(line) : line));

    private static bool IsInASubmission(string line) => line.StartsWith("   at Submission#", StringComparison.Ordinal);

    private static string WithoutFile(string frame) =>
        frame.IndexOf(") in ", StringComparison.Ordinal) is >= 0 and var end ? frame[..(end + 1)] : frame;
}
