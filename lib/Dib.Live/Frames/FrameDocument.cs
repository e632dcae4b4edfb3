using System.Collections.Immutable;
using Dib.Running.Execution;
using Dib.Running.Pages;

namespace Dib.Live.Frames;

/// <summary>The document around one output, which looks like the page but cannot touch it.</summary>
internal static class FrameDocument
{
    // A frame cannot be measured from outside, nor do charts in it hear of each other.
    private const string TalksToThePage = """
        const tell = () => parent.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
        new ResizeObserver(tell).observe(document.body);
        tell();
        let passesOn = false;
        addEventListener("abe-cursor", ({ detail }) => { if (!passesOn) parent.postMessage({ cursor: detail }, "*"); });
        addEventListener("message", ({ source, data }) => {
          if (source !== parent) return;
          if (data.content !== undefined) update(data.content);
          if (!data.cursor) return;
          passesOn = true;
          dispatchEvent(new CustomEvent("abe-cursor", { detail: data.cursor }));
          passesOn = false;
        });
        function update(content) {
          const output = document.getElementById("output");
          output.innerHTML = content;
          for (const script of output.querySelectorAll("script:not([type='application/json'])")) {
            const anew = document.createElement("script");
            anew.textContent = script.textContent;
            script.replaceWith(anew);
          }
        }
        """;

    private static readonly string Css = Layout.ReadResource(typeof(FrameDocument), "frame.css");

    internal static string Of(CellOutput output, ImmutableArray<string> scripts, Prose prose) =>
        Document(
            scripts,
            $"""
            <div id="output">{Body(output, prose)}</div>
            <script>
            {TalksToThePage}
            </script>
            """
        );

    /// <summary>A document with nothing to see, which makes the browser read and compile the scripts of those to come.</summary>
    internal static string Ahead(ImmutableArray<string> scripts) => Document(scripts, "");

    private static string Document(ImmutableArray<string> scripts, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
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
