using System.Text.Json;
using AsyncByExample.Sites.Data;

namespace AsyncByExample.Labs.Scale;

/// <summary>What other systems took for the same work, measured before. See <see cref="Load"/>.</summary>
/// <param name="Machine">On which machine.</param>
/// <param name="Date">When.</param>
/// <param name="Sleepers">Tasks that sleep for a second: a curve for each system, in the file's order.</param>
public sealed record Peers(string Machine, string Date, IReadOnlyList<CostCurve> Sleepers)
{
    private const string Sleep = "sleep";

    private static readonly string[] Fields = ["system", "version", "bench", "n", "seconds", "perItemNs", "peakRssMb"];

    /// <summary>
    /// Reads recorded figures from a JSON file: an object with <c>machine</c>, <c>date</c> and <c>systems</c>, a list of
    /// objects with <c>system</c>, <c>version</c>, <c>bench</c>, <c>n</c>, <c>seconds</c> in all, <c>perItemNs</c> and
    /// <c>peakRssMb</c> of the process.
    /// </summary>
    /// <param name="path">Such as <c>../data/peers.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Something in it is wrong: the message names file, entry and field.</exception>
    public static Peers Load(string path) => DataFile.Read(path, Read);

    private static Peers Read(JsonElement json)
    {
        var file = new DataEntry("the file", json).WithOnly("machine", "date", "systems");
        var (machine, date) = (file.Text("machine"), file.Text("date"));
        if (!json.TryGetProperty("systems", out var systems) || systems.ValueKind != JsonValueKind.Array)
            throw file.Wrong("systems", "is not a list of figures: write [ ] around them");
        List<PeerFigure> figures = [.. systems.EnumerateArray().Select((figure, i) => Figure(i, figure))];
        var sleepers = figures
            .Where(figure => figure.Bench == Sleep)
            .GroupBy(figure => figure.System, StringComparer.Ordinal)
            .Select(ToCurve);
        return new Peers(machine, date, [.. sleepers]);
    }

    private static PeerFigure Figure(int index, JsonElement json)
    {
        var entry = new DataEntry($"figure {index + 1}", json).WithOnly(Fields);
        entry.Number("perItemNs");
        entry.Number("peakRssMb");
        var figure = new PeerFigure(
            entry.Text("system"),
            entry.Text("version"),
            entry.Text("bench"),
            entry.WholeNumber("n"),
            entry.Number("seconds")
        );
        return figure.Problem is var (field, problem) ? throw entry.Wrong(field, problem) : figure;
    }

    private static CostCurve ToCurve(IGrouping<string, PeerFigure> system)
    {
        List<PeerFigure> figures = [.. system.OrderBy(figure => figure.N)];
        return new CostCurve(
            system.Key,
            [.. figures.Select(figure => new TaskCost(figure.N, figure.Seconds))],
            CostOrigin.Recorded
        )
        {
            Version = figures[0].Version,
        };
    }

    private sealed record PeerFigure(string System, string Version, string Bench, int N, double Seconds)
    {
        // Timers that count whole milliseconds may wake a sleeper a little early.
        private const double ShortestSecond = 0.99;

        public (string Field, string Problem)? Problem =>
            N < 1 ? ("n", FormattableString.Invariant($"is {N}, and must be 1 or more"))
            : Bench == Sleep && Seconds < ShortestSecond
                ? (
                    "seconds",
                    FormattableString.Invariant($"is {Seconds}, and tasks that sleep for a second take at least 1")
                )
            : !(Seconds >= 0 && double.IsFinite(Seconds))
                ? ("seconds", FormattableString.Invariant($"is {Seconds}, and must be 0 or more"))
            : null;
    }
}
