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
    /// Writes the script as a file, unless it is there and not older than the library. From then on every chart fetches it that is shown on a page
    /// without it.
    /// </summary>
    /// <param name="folder">A folder below the one that the editor has opened, relative to the notebook's.</param>
    /// <returns>An element that fetches the script, so that it is there before the first chart.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static HtmlFragment AsFile(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "charts.js");
        if (File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(typeof(ChartScript).Assembly.Location))
            WholeFile.Write(path, Source);
        var address = path.Replace('\\', '/');
        // Visual Studio Code takes a second longer for a script with an address. Who comes after a failure tries again.
        Fetching = $$"""
            window.asyncByExample || (window.asyncByExampleFile ??= fetch("{{address}}")
              .then((file) => file.ok ? file.text() : Promise.reject(file.status))
              .then((code) => document.head.appendChild(Object.assign(document.createElement("script"), { textContent: code })))
              .catch(() => window.asyncByExampleFile = null));
            """;
        return new($"<script>{Fetching}</script>", "The script that draws charts is fetched here.");
    }

    /// <summary>What fetches the script onto a page without it, as a script; empty where the setup cell's output holds it.</summary>
    internal static string Fetching { get; private set; } = "";

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
