using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>The script that draws charts: plotly.js from Plotly.NET's own resource, once for a page, offline.</summary>
public static class ChartScript
{
    private const string PlotlyResource = "Plotly.NET.plotly-2.28.0.min.js";
    private const string PaletteResource = "AsyncByExample.Charts.palette.json";
    private const string CursorResource = "AsyncByExample.Charts.cursor.js";
    private const string ChartsResource = "AsyncByExample.Charts.charts.js";

    /// <summary>A script element. A page that holds it twice loads it once.</summary>
    public static string Html { get; } =
        $$"""
            <script>
            // An editor's module loader would take plotly.js away from the page: hide it meanwhile.
            if (!window.asyncByExample) (function (define, module, exports) {
            {{Resource(typeof(GenericChart), PlotlyResource)}}
            const Plotly = window.Plotly;
            const palette = {{Palette}};
            {{Resource(typeof(ChartScript), CursorResource)}}
            {{Resource(typeof(ChartScript), ChartsResource)}}
            }).call(window);
            </script>
            """;

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
