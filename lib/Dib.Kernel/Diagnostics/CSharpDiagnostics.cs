using System.Globalization;
using Dib.Protocol;
using RoslynDiagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace Dib.Kernel.Diagnostics;

/// <summary>Turns what the compiler says into what the protocol says.</summary>
internal static class CSharpDiagnostics
{
    internal static DiagnosticsProduced ToEvent(IEnumerable<RoslynDiagnostic> diagnostics, string cell)
    {
        var told = diagnostics.Where(diagnostic => IsWorthTelling(diagnostic.Id)).ToList();
        return new DiagnosticsProduced(
            [.. told.Select(ToProtocol)],
            [.. told.Select(diagnostic => new FormattedValue("text/plain", ToText(diagnostic, cell)))]
        );
    }

    internal static CellFailure ToFailure(IReadOnlyList<RoslynDiagnostic> errors, string cell) =>
        new(
            string.Join(Environment.NewLine, errors.Select(error => ToText(error, cell))),
            errors.Where(error => IsIn(cell, error)).Select(error => (LinePosition?)Span(error).Start).FirstOrDefault()
        );

    private static bool IsIn(string cell, RoslynDiagnostic diagnostic) =>
        string.Equals(diagnostic.Location.GetLineSpan().Path, cell, StringComparison.Ordinal);

    // Libraries built for older frameworks are bound to the versions of this one; compilers do not speak of it either.
    internal static bool IsWorthTelling(string id) => id is not ("CS1701" or "CS1702");

    private static Diagnostic ToProtocol(RoslynDiagnostic diagnostic) =>
        new(
            Span(diagnostic),
            (DiagnosticSeverity)diagnostic.Severity,
            diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
        );

    private static LinePositionSpan Span(RoslynDiagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().Span.ToProtocol();

    // The cell's own name is left out, as in the real kernel, where cells have none; files it loads are named.
    private static string ToText(RoslynDiagnostic diagnostic, string cell) =>
        IsIn(cell, diagnostic) ? diagnostic.ToString()[cell.Length..] : diagnostic.ToString();
}
