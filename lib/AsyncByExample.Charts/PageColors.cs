using System.Text.Json.Nodes;

namespace AsyncByExample.Charts;

/// <summary>
/// Gives a chart the page's colours where Plotly.NET's template has those of a white page. What the chart itself says
/// goes before its template, so whatever a reader chose stays; and so does a template with another ground.
/// </summary>
internal static class PageColors
{
    private static readonly string[] White = ["rgba(255, 255, 255, 1.0)", "white", "#fff", "#ffffff"];

    // Lines are named wherever Plotly has axes: in a plane, in space, in a circle and in a triangle.
    private const string Clear = "\"rgba(0,0,0,0)\"";
    private const string Axis = """{ "gridcolor": "@grid", "linecolor": "@grid", "zerolinecolor": "@grid" }""";

    // In space lines are not mixed with the page behind them: a grey that shows on light and on dark.
    private const string Wall = $$"""
        { "gridcolor": "#888888", "linecolor": "#888888", "zerolinecolor": "#888888", "backgroundcolor": {{Clear}} }
        """;

    private const string Page = $$"""
        {
          "layout": {
            "paper_bgcolor": {{Clear}},
            "plot_bgcolor": {{Clear}},
            "font": { "color": "@text", "family": "@font" },
            "xaxis": {{Axis}},
            "yaxis": {{Axis}},
            "scene": { "xaxis": {{Wall}}, "yaxis": {{Wall}}, "zaxis": {{Wall}} },
            "polar": { "bgcolor": {{Clear}}, "radialaxis": {{Axis}}, "angularaxis": {{Axis}} },
            "ternary": { "bgcolor": {{Clear}}, "aaxis": {{Axis}}, "baxis": {{Axis}}, "caxis": {{Axis}} },
            "geo": { "bgcolor": {{Clear}}, "lakecolor": {{Clear}}, "landcolor": "@grid", "subunitcolor": "@grid" },
            "annotationdefaults": { "arrowcolor": "@text" },
            "shapedefaults": { "line": { "color": "@text" } }
          },
          "data": {
            "table": [{
              "type": "table",
              "cells": { "fill": { "color": {{Clear}} }, "line": { "color": "@grid" } },
              "header": { "fill": { "color": "@grid" }, "line": { "color": "@grid" } }
            }]
          }
        }
        """;

    /// <summary>Changes the template of a layout.</summary>
    public static void Paint(JsonObject layout)
    {
        var template = Child(layout, "template");
        if (!layout.ContainsKey("paper_bgcolor") && IsWhite(template["layout"]?["paper_bgcolor"]))
            Merge(template, JsonNode.Parse(Page)!.AsObject());
    }

    private static bool IsWhite(JsonNode? ground) => ground is null || White.Contains(ground.ToString());

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from)
            if (value is JsonObject part)
                Merge(Child(into, name), part);
            else
                into[name] = value?.DeepClone();
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }
}
