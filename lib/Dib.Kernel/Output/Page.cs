using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Dib.Kernel.Output;

/// <summary>What reaches into the page that shows a notebook.</summary>
internal static class Page
{
    internal static IHtmlContent Script(string code) =>
        new HtmlString($"""<script type="text/javascript">{code}</script>""");

    // In a block, so that two cells can add styles without declaring the same name twice.
    internal static string AddStyle(string rules) =>
        $$"""
            {
              const style = document.createElement('style');
              style.textContent = {{JsonSerializer.Serialize(rules)}};
              document.head.appendChild(style);
            }
            """;
}
