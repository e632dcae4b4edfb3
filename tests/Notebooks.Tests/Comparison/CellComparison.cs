using System.Text.Json;

namespace Notebooks.Tests.Comparison;

/// <summary>Compares what a lesson's cells did on two kernels, from the reports of the two runs.</summary>
internal static class CellComparison
{
    public static IEnumerable<Difference> Of(
        string lesson,
        IReadOnlyList<JsonElement> ours,
        IReadOnlyList<JsonElement> real
    )
    {
        var measured = MeasuredCells.StartIn(lesson, [.. ours.Select(cell => cell.GetProperty("code").GetString()!)]);
        foreach (var (i, (one, other)) in ours.Zip(real).Index())
        {
            var number = one.GetProperty("index").GetInt32();
            var (left, right) = (Facts(one, i >= measured), Facts(other, i >= measured));
            foreach (var kind in left.Keys.Union(right.Keys))
            {
                var difference = new Difference(
                    lesson,
                    number,
                    kind,
                    left.GetValueOrDefault(kind),
                    right.GetValueOrDefault(kind)
                );
                if (difference.Ours != difference.Real)
                    yield return difference;
            }
        }
    }

    /// <summary>What can be said of a cell, by kind; of one that measures only what does not depend on the time.</summary>
    public static IReadOnlyDictionary<string, string> Facts(JsonElement cell, bool isMeasured)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = cell.GetProperty("state").GetString()!,
            ["printed text"] = Neutral.Text(string.Concat(HostRun.Outputs(cell, "stdout"))),
            ["errors"] = Neutral.Text(string.Concat(HostRun.Outputs(cell, "stderr"))),
        };
        if (isMeasured)
            facts["printed text"] = facts["printed text"].Length > 0 ? "some" : "none";
        foreach (var (i, output) in ShownBy(cell).Index())
        foreach (var (kind, value) in ShownOutput.Facts(output, isMeasured))
            facts[$"output {i + 1}, {kind}"] = value;
        return facts;
    }

    private static IEnumerable<JsonElement> ShownBy(JsonElement cell) =>
        cell.GetProperty("outputs")
            .EnumerateArray()
            .Where(output => output.GetProperty("kind").GetString() is not ("stdout" or "stderr"));
}
