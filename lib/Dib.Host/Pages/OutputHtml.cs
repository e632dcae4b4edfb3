using System.Net;
using System.Text.RegularExpressions;
using Dib.Host.Running;

namespace Dib.Host.Pages;

/// <summary>Makes HTML of what a cell put out.</summary>
internal sealed class OutputHtml(Prose prose)
{
    // More lines than this scroll within their block.
    private const int LinesInView = 16;

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
        var lines = text.TrimEnd('\n').Count(letter => letter == '\n') + 1;
        var scrolls = lines > LinesInView ? " tabindex=\"0\"" : "";
        var name = lines > LinesInView ? $"{label}, {lines} lines" : label;
        var html =
            $"""<pre class="{style}" role="group" aria-label="{name}"{scrolls}>{Encoded(text.TrimEnd('\n'))}</pre>""";
        return lines > LinesInView ? $"{html}\n<p class=\"more\">{lines} lines</p>" : html;
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

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
