using System.Collections.Immutable;
using Dib.Running.Execution;
using Dib.Running.Pages;

namespace Dib.Live.Frames;

/// <summary>The document around one output, which looks like the page but cannot touch it.</summary>
internal static class FrameDocument
{
    private static readonly string Css = Layout.ReadResource(typeof(FrameDocument), "frame.css");
    private static readonly string TalksToThePage = Layout.ReadResource(typeof(FrameDocument), "frame.js");

    /// <param name="look">The attributes of <see cref="Look.Attributes"/>.</param>
    internal static string Of(CellOutput output, ImmutableArray<string> scripts, Prose prose, string look) =>
        Document(
            scripts,
            look,
            $"""
            <div id="output">{Body(output, prose)}</div>
            <script>
            {TalksToThePage}
            </script>
            """
        );

    /// <summary>A document with nothing to see, which makes the browser read and compile the scripts of those to come.</summary>
    internal static string Ahead(ImmutableArray<string> scripts) => Document(scripts, "", "");

    private static string Document(ImmutableArray<string> scripts, string look, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en"{look}>
            <head>
            <meta charset="utf-8">
            <title>Output</title>
            <meta name="color-scheme" content="light dark">
            <style>
            {Layout.Css}
            {Css}
            </style>
            {string.Join('\n', scripts.Select(address => $"<script src=\"{address}\"></script>"))}
            </head>
            <body>
            {body}
            </body>
            </html>
            """;

    /// <summary>What stands in the document, once the page is there to update it.</summary>
    internal static string Body(CellOutput output, Prose prose) =>
        output.MimeType == "text/markdown"
            ? $"<div class=\"prose\">{prose.ToHtml(output.Text)}</div>"
            : $"<div class=\"display\">{output.Text}</div>";
}
