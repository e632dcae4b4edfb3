using System.Net;

namespace Dib.Running.Pages;

/// <summary>What all pages share: one file each, from which no request goes out.</summary>
internal static class Layout
{
    /// <summary>The styles of all pages.</summary>
    internal static string Css { get; } = Palette.Css + ReadResource(typeof(Layout), "page.css");

    internal static string Page(string title, string masthead, string main, string footer) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>
            {Css}</style>
            <script>
            {Look.Script}</script>
            </head>
            <body>
            <header>
            {masthead}
            {Look.Button}
            </header>
            <main>
            {main}
            </main>
            <footer>
            {footer}
            </footer>
            {Look.Sheet}
            </body>
            </html>

            """;

    /// <summary>A text that is part of a type's assembly.</summary>
    internal static string ReadResource(Type type, string name)
    {
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
