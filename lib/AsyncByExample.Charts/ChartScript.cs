using System.Security.Cryptography;
using System.Text;
using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>The script that draws charts: plotly.js from Plotly.NET's own resource, once for a page, offline.</summary>
public static class ChartScript
{
    private const string PlotlyResource = "Plotly.NET.plotly-2.28.0.min.js";
    private const string PaletteResource = "AsyncByExample.Charts.palette.json";

    // In this order: each names only those before it when it is read.
    private static readonly string[] Parts = ["element.js", "cursor.js", "zoom.js", "legend.js", "charts.js"];

    private static readonly string Source = $$"""
        // An editor's module loader would take plotly.js away from the page: hide it meanwhile.
        if (!window.asyncByExample) (function (define, module, exports) {
        {{Resource(typeof(GenericChart), PlotlyResource)}}
        const Plotly = window.Plotly;
        const palette = {{Palette}};
        {{string.Concat(Parts.Select(part => Resource(typeof(ChartScript), $"AsyncByExample.Charts.{part}")))}}
        }).call(window);
        """;

    /// <summary>A script element. A page that holds it twice loads it once.</summary>
    public static HtmlFragment Element { get; } =
        new($"<script>\n{Source}\n</script>", "The script that draws charts is here.");

    /// <summary>
    /// Where a chart finds the script as a file, relative to the notebook's folder; null where there is none. Visual
    /// Studio Code renders the outputs that are in sight, and the one that holds the script may not be among them.
    /// </summary>
    internal static string? Address { get; private set; }

    /// <summary>Writes the script as a file, unless it is there.</summary>
    /// <param name="folder">A folder below the one that the editor has opened, relative to the notebook's.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)))[..12];
        var path = Path.Combine(folder, $"charts-{hash}.js");
        if (!File.Exists(path))
            WholeFile.Write(path, Source);
        Address = path.Replace('\\', '/');
    }

    /// <summary>The colours that figures call by <c>@name</c>, on light pages and on dark ones, as JSON.</summary>
    internal static string Palette => Resource(typeof(ChartScript), PaletteResource);

    private static string Resource(Type type, string name)
    {
        using var stream =
            type.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{type.Assembly.GetName().Name} has no resource {name}");
        return new StreamReader(stream).ReadToEnd();
    }
}
