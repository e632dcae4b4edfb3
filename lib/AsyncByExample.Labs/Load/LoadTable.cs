using AsyncByExample.Charts;

namespace AsyncByExample.Labs.Load;

/// <summary>What was measured under load, as text.</summary>
internal static class LoadTable
{
    private static readonly double[] Percentiles = [50, 95, 99, 100];

    public static string Of(IReadOnlyList<LoadResult> results) =>
        TextTable.Of([
            ["server", "clients", "p50", "p95", "p99", "max", "answers per second", "queries at once", "threads"],
            .. results.SelectMany(result => result.Rounds.Select(round => Row(result, round))),
        ]);

    private static IReadOnlyList<string> Row(LoadResult result, LoadRound round) =>
        [
            result.Server,
            FormattableString.Invariant($"{round.Clients}"),
            .. Percentiles.Select(percent => Duration.Text(round.Percentile(percent))),
            FormattableString.Invariant($"{round.Throughput:F0}"),
            FormattableString.Invariant($"{round.QueriesAtOnce}"),
            FormattableString.Invariant($"{round.Threads}"),
        ];
}
