using System.Text.Json.Nodes;

namespace AsyncByExample.Charts;

/// <summary>The numbers of Plotly's traces as plain text: a table for each, whatever its kind calls its columns.</summary>
internal static class TraceTable
{
    private const int MostRows = 20;

    /// <param name="traces">The traces of a figure.</param>
    public static string Of(JsonArray traces) => string.Join('\n', traces.OfType<JsonObject>().Select(TextOf));

    private static string TextOf(JsonObject trace)
    {
        var columns = trace.Where(property => IsColumn(property.Value)).ToList();
        var points = columns.Count == 0 ? 0 : columns.Max(column => column.Value!.AsArray().Count);
        var kind = trace["type"]?.ToString() ?? "trace";
        var name = trace["name"] is { } said ? $"{said} ({kind})" : kind;
        if (points == 0)
            return $"{name}\n";
        var rows = Enumerable.Range(0, Math.Min(points, MostRows)).Select(row => Row(columns, row));
        var rest = points > MostRows ? $"and {points - MostRows} more\n" : "";
        return $"{name}\n{TextTable.Of([ [.. columns.Select(column => column.Key)], .. rows ])}{rest}";
    }

    // A table of tables, such as a heat map's, has no form in lines of text.
    private static bool IsColumn(JsonNode? value) =>
        value is JsonArray { Count: > 0 } items && items.All(item => item is null or JsonValue);

    private static string[] Row(IEnumerable<KeyValuePair<string, JsonNode?>> columns, int row) =>
        [.. columns.Select(column => column.Value!.AsArray().ElementAtOrDefault(row)?.ToString() ?? "")];
}
