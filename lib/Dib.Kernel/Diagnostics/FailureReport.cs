using System.Globalization;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using LinePosition = Dib.Protocol.LinePosition;

namespace Dib.Kernel.Diagnostics;

/// <summary>Tells why a cell failed, and where in it.</summary>
internal static class FailureReport
{
    /// <summary>Reads what the engine says of a cell.</summary>
    /// <param name="exception">What the cell threw, or what the compiler did; null if the engine refused it.</param>
    /// <param name="message">The engine's own words.</param>
    /// <param name="scriptClass">The type that the cell was compiled to, if it was.</param>
    /// <param name="cell">The cell's name.</param>
    internal static CellFailure Of(Exception? exception, string message, string? scriptClass, string cell) =>
        exception switch
        {
            null => new CellFailure(message, PositionIn(message)),
            CodeSubmissionCompilationErrorException { InnerException: CompilationErrorException errors } =>
                CSharpDiagnostics.ToFailure(errors.Diagnostics, cell),
            _ => ExceptionReport.Of(exception, scriptClass, cell),
        };

    /// <summary>Reads the place off a message in the compiler's form, such as <c>(2,1): error ...</c>; null if there is none.</summary>
    internal static LinePosition? PositionIn(string message) =>
        message.Split('(', ',', ')') is ["", var line, var character, ..]
        && int.TryParse(line, CultureInfo.InvariantCulture, out var lineNumber)
        && int.TryParse(character, CultureInfo.InvariantCulture, out var characterNumber)
            ? new LinePosition(lineNumber - 1, characterNumber - 1)
            : null;
}
