using System.Collections.Immutable;
using Dib.Host.Pages;
using Dib.Host.Running;

namespace Dib.Host.Live.Web.Frames;

/// <summary>The document around one output, which looks like the page but cannot touch it.</summary>
internal static class FrameDocument
{
    // A frame cannot be measured from outside.
    private const string TellsItsHeight = """
        const tell = () => parent.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
        new ResizeObserver(tell).observe(document.body);
        tell();
        """;

    internal static string Of(CellOutput output, ImmutableArray<string> scripts, Prose prose) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="color-scheme" content="light dark">
            <style>
            {Styles.Page}
            {Styles.Frame}
            </style>
            {string.Join('\n', scripts.Select(address => $"<script src=\"{address}\"></script>"))}
            </head>
            <body>
            {Body(output, prose)}
            <script>
            {TellsItsHeight}
            </script>
            </body>
            </html>
            """;

    private static string Body(CellOutput output, Prose prose) =>
        output.MimeType == "text/markdown"
            ? $"<div class=\"prose\">{prose.ToHtml(output.Text)}</div>"
            : $"<div class=\"display\">{output.Text}</div>";
}
