using System.Net;

namespace Dib.Host.Pages;

/// <summary>What all pages share: one file each, from which no request goes out.</summary>
internal static class Layout
{
    private static readonly string Css = ReadCss();

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
            </head>
            <body>
            <header>
            {masthead}
            </header>
            <main>
            {main}
            </main>
            <footer>
            {footer}
            </footer>
            </body>
            </html>

            """;

    private static string ReadCss()
    {
        using var reader = new StreamReader(typeof(Layout).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd();
    }
}
