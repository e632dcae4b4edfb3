using System.Buffers;
using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dib.Running.Pages;

/// <summary>Makes HTML of a notebook's markdown.</summary>
internal sealed class Prose(ProseLinks links)
{
    private static readonly SearchValues<string> SentenceEnds = SearchValues.Create(
        [". ", "? ", "! "],
        StringComparison.Ordinal
    );

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .Build();

    /// <param name="markdown">The text of a cell, or what one put out.</param>
    /// <param name="anchors">The names of its headings; null where no address leads to them.</param>
    internal string ToHtml(string markdown, Anchors? anchors = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(IsNavigation))
        {
            paragraph.GetAttributes().AddClass("pages");
            paragraph.GetAttributes().AddProperty("role", "navigation");
            paragraph.GetAttributes().AddProperty("aria-label", "Notebooks");
        }
        foreach (var link in document.Descendants<LinkInline>().ToArray())
            links.Apply(link, anchors?.Page ?? "");
        foreach (var (heading, name) in document.Descendants<HeadingBlock>().Zip(anchors?.Names ?? []))
            Name(heading, name, anchors!.Page);

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer());
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>The headings, as text.</summary>
    internal static IEnumerable<string> HeadingsOf(string markdown) =>
        Markdown.Parse(markdown, Pipeline).Descendants<HeadingBlock>().Select(Text);

    /// <summary>The first heading, as text; null when there is none.</summary>
    internal static string? TitleOf(string markdown) => HeadingsOf(markdown).FirstOrDefault();

    /// <summary>
    /// The first sentence of the first paragraph that is not there for navigation, as text; empty when there is none.
    /// </summary>
    internal static string SummaryOf(string markdown) =>
        Markdown
            .Parse(markdown, Pipeline)
            .OfType<ParagraphBlock>()
            .Where(paragraph => !IsNavigation(paragraph))
            .Select(paragraph => FirstSentence(Text(paragraph)))
            .FirstOrDefault("");

    /// <summary>The first question in bold, as text; null when there is none.</summary>
    internal static string? QuestionOf(string markdown) =>
        Markdown
            .Parse(markdown, Pipeline)
            .Descendants<EmphasisInline>()
            .Where(emphasis => emphasis.DelimiterCount == 2)
            .Select(emphasis => Text(emphasis.Descendants()))
            .FirstOrDefault(text => text.EndsWith('?'));

    // The sign of the link is the style sheet's: it is no part of the heading's text.
    private static void Name(HeadingBlock heading, string name, string page)
    {
        var label = WebUtility.HtmlEncode($"Link to {Text(heading)}");
        heading.GetAttributes().Id = name;
        heading.Inline!.AppendChild(
            new HtmlInline(
                $"<a class=\"anchor\" href=\"{page}#{WebUtility.HtmlEncode(name)}\" aria-label=\"{label}\"></a>"
            )
        );
    }

    private static string FirstSentence(string text)
    {
        var end = 1 + text.AsSpan().IndexOfAny(SentenceEnds);
        return end > 0 ? text[..end] : text;
    }

    // previous | contents | next, where the first and the last lesson lack a link.
    private static bool IsNavigation(ParagraphBlock paragraph) =>
        Text(paragraph).Split('|', StringSplitOptions.TrimEntries).Contains("contents", StringComparer.Ordinal);

    private static string Text(LeafBlock block) => Text(block.Inline!.Descendants());

    private static string Text(IEnumerable<MarkdownObject> parts) =>
        string.Concat(
            parts.Select(part =>
                part switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    LineBreakInline => " ",
                    _ => "",
                }
            )
        );

    private sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            var code = block.Lines.ToString();
            var lines = block is FencedCodeBlock { Info: "csharp" or "cs" or "c#" }
                ? CSharpHighlighter.Lines(code)
                : [WebUtility.HtmlEncode(code)];
            renderer.WriteLine($"<pre class=\"code\"><code>{string.Join('\n', lines)}</code></pre>");
        }
    }
}
