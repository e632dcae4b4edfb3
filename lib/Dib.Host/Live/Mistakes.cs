using System.Globalization;
using Dib.Host.Live.Dependencies;
using Dib.Protocol;
using RoslynPosition = Microsoft.CodeAnalysis.Text.LinePosition;

namespace Dib.Host.Live;

/// <summary>What is wrong with a cell's grammar, which can be said without a kernel.</summary>
internal static class Mistakes
{
    internal static IReadOnlyList<Diagnostic> In(string cell) =>
        [.. ScriptCompilation.Mistakes(cell).Select(ToProtocol)];

    private static Diagnostic ToProtocol(Microsoft.CodeAnalysis.Diagnostic mistake)
    {
        var span = mistake.Location.GetLineSpan().Span;
        return new Diagnostic(
            new LinePositionSpan(ToProtocol(span.Start), ToProtocol(span.End)),
            (DiagnosticSeverity)mistake.Severity,
            mistake.Id,
            mistake.GetMessage(CultureInfo.InvariantCulture)
        );
    }

    private static LinePosition ToProtocol(RoslynPosition position) => new(position.Line, position.Character);
}
