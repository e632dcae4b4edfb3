using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Dib.Kernel.Diagnostics;

/// <summary>What the engine says of a cell's compilation, in lines of the whole cell and without the cell's name.</summary>
internal static class EngineDiagnostics
{
    internal static DiagnosticsProduced OfWholeCell(DiagnosticsProduced produced, string cell)
    {
        var told = produced
            .Diagnostics.Zip(produced.FormattedDiagnostics.Select(formatted => WithoutCell(formatted.Value, cell)))
            .Where(pair => CSharpDiagnostics.IsWorthTelling(pair.First.Code))
            .ToList();
        var whole = new DiagnosticsProduced(
            [.. told.Select(pair => InLinesOf(pair.Second, pair.First))],
            [.. told.Select(pair => new FormattedValue("text/plain", pair.Second))],
            produced.Command
        );
        whole.RoutingSlip.ContinueWith(produced.RoutingSlip);
        return whole;
    }

    private static string WithoutCell(string text, string cell) =>
        text.StartsWith(cell + "(", StringComparison.Ordinal) ? text[cell.Length..] : text;

    // The engine counts lines from the top of a part, and adds the part's place to every event that is made; ours are
    // compiled in their place, so it is taken off as often: once for the event that was made, once for the one to be made.
    private static Diagnostic InLinesOf(string text, Diagnostic diagnostic)
    {
        var (start, end) = (diagnostic.LinePositionSpan.Start, diagnostic.LinePositionSpan.End);
        if (FailureReport.PositionIn(text) is not { } position)
            return diagnostic;
        var down = 2 * (position.Line - start.Line);
        return diagnostic.WithLinePositionSpan(
            new(start with { Line = start.Line + down }, end with { Line = end.Line + down })
        );
    }
}
