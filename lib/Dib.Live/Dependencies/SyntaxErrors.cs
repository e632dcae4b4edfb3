using System.Globalization;
using Dib.Protocol;
using RoslynPosition = Microsoft.CodeAnalysis.Text.LinePosition;

namespace Dib.Live.Dependencies;

/// <summary>What is wrong with a cell's grammar, which can be said without a kernel.</summary>
internal static class SyntaxErrors
{
    internal static IReadOnlyList<Diagnostic> In(string cell) =>
        [.. ScriptCompilation.Parse(cell).GetDiagnostics().Select(ToProtocol)];

    private static Diagnostic ToProtocol(Microsoft.CodeAnalysis.Diagnostic error)
    {
        var span = error.Location.GetLineSpan().Span;
        return new Diagnostic(
            new LinePositionSpan(ToProtocol(span.Start), ToProtocol(span.End)),
            (DiagnosticSeverity)error.Severity,
            error.Id,
            error.GetMessage(CultureInfo.InvariantCulture)
        );
    }

    private static LinePosition ToProtocol(RoslynPosition position) => new(position.Line, position.Character);
}
