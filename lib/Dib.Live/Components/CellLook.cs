using System.Net;
using Dib.Live.Cells;
using Dib.Running;
using Dib.Running.Pages;

namespace Dib.Live.Components;

/// <summary>How a cell and its state look and are called.</summary>
internal static class CellLook
{
    // More than a reader looks at, and than a browser likes; the editor shows it all.
    private const int MostLines = 2000;
    private const int MostCharacters = 200_000;

    /// <summary>A state's sign, which differs by shape from all others.</summary>
    internal static string Sign(CellStatus status) =>
        status switch
        {
            CellStatus.Queued => "⋯",
            CellStatus.Running => "◐",
            CellStatus.Done => "✓",
            CellStatus.Failed => "✕",
            CellStatus.Stale => "△",
            _ => "○",
        };

    internal static string Name(CellStatus status) =>
        status switch
        {
            CellStatus.Queued => "queued",
            CellStatus.Running => "running",
            CellStatus.Done => "done",
            CellStatus.Failed => "failed",
            CellStatus.Stale => "stale",
            _ => "not run",
        };

    internal static string ClassOf(CellStatus? status) =>
        status is { } known ? Name(known).Replace(' ', '-') : "prose-cell";

    internal static string Durations(CellView cell) =>
        cell switch
        {
            { Status: CellStatus.Running, Elapsed: { } before } => $"before: {Seconds.Of(before)}",
            { Status: CellStatus.Running } => "",
            { PreviousElapsed: { } before, Elapsed: { } elapsed } =>
                $"{Seconds.Of(elapsed)} (before: {Seconds.Of(before)})",
            { Elapsed: { } elapsed } => Seconds.Of(elapsed),
            _ => "",
        };

    /// <summary>The cell's code as HTML, with what is wrong at its line.</summary>
    internal static string Code(CellView cell)
    {
        var shown = Shown(cell.Text);
        var lines = cell.Kind == "csharp" ? CSharpHighlighter.Lines(shown) : WebUtility.HtmlEncode(shown).Split('\n');
        return string.Concat(lines.Select((line, i) => Line(line, i, cell))).TrimEnd('\n') + Rest(cell.Text, shown);
    }

    private static string Line(string html, int number, CellView cell) =>
        cell.Failure is { } failure && failure.Line == number
            ? $"<mark>{html}</mark><strong class=\"fault\">{WebUtility.HtmlEncode(failure.Message)}</strong>"
            : html + "\n";

    private static string Shown(string text)
    {
        var end = -1;
        for (var line = 0; line < MostLines && (end = text.IndexOf('\n', end + 1)) >= 0; line++) { }
        var length = Math.Min(end < 0 ? text.Length : end, MostCharacters);
        return text[..length];
    }

    private static string Rest(string text, string shown) =>
        shown.Length == text.Length
            ? ""
            : $"\n<strong class=\"fault\">This cell has {text.AsSpan().Count('\n') + 1:n0} lines; how it starts is shown here, the editor shows all.</strong>";
}
