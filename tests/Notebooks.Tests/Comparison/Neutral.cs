using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Tests.Comparison;

/// <summary>Takes out of what a cell shows what is another on each kernel, or in each run, and rightly so.</summary>
internal static class Neutral
{
    private static readonly Regex RunNames = new("[0-9a-f]{32}", RegexOptions.NonBacktracking);
    private static readonly Regex CellNumbers = new(@", cell \d+, line ", RegexOptions.NonBacktracking);
    private static readonly Regex Threads = new(@">thread \d+", RegexOptions.NonBacktracking);
    private static readonly Regex Building = new(
        @"^Building the library\..*\n",
        RegexOptions.NonBacktracking | RegexOptions.Multiline
    );

    public static string Text(string text)
    {
        // A run has a name of its own; what counts is that two charts of one run have the same.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        text = RunNames.Replace(text, name => NameOf(name.Value, names));
        // Only our kernel tells the compiler which cell it compiles; elsewhere places are named by method and line.
        text = CellNumbers.Replace(text, ", line ");
        // Each process numbers its threads.
        text = Threads.Replace(text, ">thread");
        // Whoever comes first builds.
        return Building.Replace(text, "");
    }

    /// <summary>What a chart's time cursor knows, without the places in the code: it marks them in cells that it can name.</summary>
    /// <param name="json">What the chart gives to its cursor.</param>
    /// <param name="withMoments">Whether the moments at which lines were printed count.</param>
    public static string Cursor(string json, bool withMoments)
    {
        var cursor = JsonNode.Parse(json)!;
        if (cursor["moments"] is JsonObject moments)
        {
            moments.Remove("sources");
            moments.Remove("cell");
            foreach (var line in withMoments ? [] : moments["lines"]!.AsArray())
                line!.AsArray()[0] = null;
            // Bars, lines and items end with the number of their place.
            foreach (var entry in moments.Select(moment => moment.Value).OfType<JsonArray>().SelectMany(list => list))
                if (entry is JsonArray { Count: > 2 } numbers)
                    numbers.RemoveAt(numbers.Count - 1);
        }
        return Text(cursor.ToJsonString());
    }

    private static string NameOf(string run, Dictionary<string, string> names)
    {
        names.TryAdd(run, $"run {names.Count + 1}");
        return names[run];
    }
}
