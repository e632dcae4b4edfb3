using System.Text.Json.Nodes;

namespace AsyncByExample.Charts;

/// <summary>A chart that a reader made with Plotly.NET, in the colours of the page it is drawn on.</summary>
/// <param name="Title">Its title, or what is said in its place.</param>
/// <param name="FigureJson">Its figure, as <see cref="ChartScript"/> draws it.</param>
/// <param name="Table">The numbers that are drawn, as plain text.</param>
internal sealed record ReadersChart(string Title, string FigureJson, string Table)
{
    private const int Height = 400;

    // What Plotly.NET puts into a layout that says nothing of its size.
    private const int UnsaidSize = 600;

    /// <summary>Reads a figure as Plotly.NET writes it.</summary>
    public static ReadersChart Of(string figureJson)
    {
        var figure = JsonNode.Parse(figureJson)!.AsObject();
        var layout = figure["layout"]!.AsObject();
        var title = TitleOf(layout);
        FitPage(layout, title);
        PageColors.Paint(layout);
        return new ReadersChart(title ?? "A chart", figure.ToJsonString(), TraceTable.Of(figure["data"]!.AsArray()));
    }

    /// <summary>The title, and the numbers.</summary>
    public override string ToString() => $"{Title}\n\n{Table}";

    private static string? TitleOf(JsonObject layout) =>
        layout["title"] switch
        {
            JsonValue title => title.ToString(),
            JsonObject title => title["text"]?.ToString(),
            _ => null,
        };

    // As wide as the page has room, unless the reader gave a size.
    private static void FitPage(JsonObject layout, string? title)
    {
        if (layout["width"]?.ToString() == $"{UnsaidSize}" && layout["height"]?.ToString() == $"{UnsaidSize}")
        {
            layout.Remove("width");
            layout.Remove("height");
        }
        layout["height"] ??= Height;
        layout["margin"] ??= new JsonObject
        {
            ["l"] = 50,
            ["r"] = 20,
            ["t"] = title is null ? 20 : 60,
            ["b"] = 50,
        };
    }
}
