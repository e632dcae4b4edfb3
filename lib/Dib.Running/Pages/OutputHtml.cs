using System.Net;
using System.Text.RegularExpressions;
using Dib.Running.Execution;

namespace Dib.Running.Pages;

/// <summary>Makes HTML of what a cell put out.</summary>
internal sealed class OutputHtml(Prose prose)
{
    // Of more lines than this the middle is folded away: how it starts and how it ends tell most.
    private const int MostLinesInFull = 24;
    private const int LinesAtTheStart = 10;
    private const int LinesAtTheEnd = 8;

    private static readonly Regex ScriptsAndStyles = new(
        "<script.*?</script>|<style.*?</style>",
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.IgnoreCase
    );

    internal string Of(CellOutput output) =>
        output.Kind switch
        {
            OutputKind.Stdout => Printed(output.Text, "printed", "Printed output"),
            OutputKind.Stderr => Printed(output.Text, "printed stderr", "Standard error"),
            _ => Shown(output),
        };

    private static string Printed(string text, string style, string label)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length <= MostLinesInFull)
            return $"""<pre class="{style}" role="group" aria-label="{label}">{Encoded(lines)}</pre>""";
        var left = lines.Length - LinesAtTheStart - LinesAtTheEnd;
        return $"""
            <div class="{style}" role="group" aria-label="{label}, {lines.Length} lines">
            <pre>{Encoded(lines[..LinesAtTheStart])}</pre>
            <details><summary>{left} more lines</summary><pre>{Encoded(
                lines[LinesAtTheStart..^LinesAtTheEnd]
            )}</pre></details>
            <pre>{Encoded(lines[^LinesAtTheEnd..])}</pre>
            </div>
            """;
    }

    private string Shown(CellOutput output) =>
        output.MimeType switch
        {
            // A script has nothing to see, and takes no room.
            "text/html" when ScriptsAndStyles.Replace(output.Text, "").Trim().Length == 0 => output.Text,
            "text/html" or "image/svg+xml" => $"""<div class="display">{output.Text}</div>""",
            "text/markdown" => $"""<div class="display prose">{prose.ToHtml(output.Text)}</div>""",
            var type when type.StartsWith("image/", StringComparison.Ordinal) =>
                $"""<div class="display"><img src="data:{type};base64,{output.Text}" alt="Output of this cell"></div>""",
            _ => $"""<pre class="result" role="group" aria-label="Result">{Encoded(output.Text)}</pre>""",
        };

    private static string Encoded(IEnumerable<string> lines) => Encoded(string.Join('\n', lines));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
