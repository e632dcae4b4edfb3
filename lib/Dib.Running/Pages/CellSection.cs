using System.Net;
using Dib.Running.Execution;

namespace Dib.Running.Pages;

/// <summary>Makes HTML of one cell: prose as it is, code with what became of it.</summary>
internal sealed class CellSection(Prose prose)
{
    private readonly OutputHtml _outputs = new(prose);

    internal string Of(CellResult cell, Anchors anchors) =>
        cell.Cell.KernelName == "markdown"
            ? $"<section class=\"prose\" id=\"cell-{cell.Index}\">\n{prose.ToHtml(cell.Cell.Text, anchors)}</section>"
            : $"""
                <section class="{ClassOf(cell)}" id="cell-{cell.Index}" aria-label="Cell {cell.Index}">
                <p class="status">{Status(cell)}</p>
                <pre class="code"><code>{string.Concat(Code(cell)).TrimEnd('\n')}</code></pre>
                {string.Join('\n', Below(cell))}
                </section>
                """;

    private static string ClassOf(CellResult cell) =>
        cell switch
        {
            { State: CellState.Failed } => "cell failed",
            { State: CellState.NotRun } => "cell not-run",
            _ when IsSetup(cell) => "cell setup",
            _ => "cell",
        };

    // What every notebook starts with is of no interest in any of them; its scripts are needed all the same.
    private static bool IsSetup(CellResult cell) => cell.Cell.Text == "#!import setup.dib";

    private static string Status(CellResult cell) =>
        cell switch
        {
            { Cell.KernelName: "mermaid" } => "mermaid: shown as text",
            { State: CellState.NotRun } => "not run",
            { State: CellState.Failed } => $"failed after {Seconds.Of(cell.Elapsed)}",
            _ => Seconds.Of(cell.Elapsed),
        };

    private static IEnumerable<string> Code(CellResult cell)
    {
        var lines =
            cell.Cell.KernelName == "csharp"
                ? CSharpHighlighter.Lines(cell.Cell.Text)
                : WebUtility.HtmlEncode(cell.Cell.Text).Split('\n');
        foreach (var (i, line) in lines.Index())
            yield return cell.Failure is { } failure && failure.Line == i
                ? $"<mark>{line}</mark><strong class=\"fault\">{WebUtility.HtmlEncode(failure.Message)}</strong>"
                : line + "\n";
    }

    private IEnumerable<string> Below(CellResult cell)
    {
        foreach (var output in cell.Outputs)
            yield return IsSetup(cell) && output.Kind == OutputKind.Display
                ? $"<div hidden>{output.Text}</div>"
                : _outputs.Of(output);
        foreach (var knob in cell.Knobs)
            yield return $"<p class=\"knob\">set from the command line <code>{WebUtility.HtmlEncode(knob.ToString())}</code></p>";
        if (cell.Failure is { } failure)
            yield return Error(failure);
    }

    // A message that stands at its line already is not said again.
    private static string Error(CellFailure failure)
    {
        var message = failure.Line is null ? $"<p>{WebUtility.HtmlEncode(failure.Message)}</p>" : "";
        var details =
            failure.Details.Trim() == failure.Message
                ? ""
                : $"<details><summary>All that the kernel said</summary><pre>{WebUtility.HtmlEncode(failure.Details)}</pre></details>";
        return message + details is "" ? "" : $"<div class=\"error\" role=\"alert\">{message}{details}</div>";
    }
}
