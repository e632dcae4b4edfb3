namespace AsyncByExample.Labs.Load;

/// <summary>What a load test found, in sentences whose numbers come from it.</summary>
public static class LoadSummary
{
    /// <summary>The longest waits, the answers per second, and how many queries and threads it took.</summary>
    /// <param name="results">What was measured, with the same clients and the same query time.</param>
    public static Summary Of(IReadOnlyList<LoadResult> results) =>
        new([.. results.Select(Longest), .. results.Select(Throughput), .. results.Select(AtOnce)]);

    private static string Longest(LoadResult result)
    {
        var round = Largest(result);
        return $"{result.Server}: of {round.Clients} clients that asked at once, half had their answer within {Text(round.Percentile(50))}, and the last one after {Text(round.Percentile(100))}.";
    }

    private static string Throughput(LoadResult result)
    {
        var rounds = result.Rounds.OrderBy(round => round.Clients).ToList();
        var (few, many) = (rounds[0], rounds[^1]);
        return FormattableString.Invariant(
            $"{result.Server}: {few.Throughput:#,0} answers per second with {Clients(few)}, {many.Throughput:#,0} with {Clients(many)}."
        );
    }

    private static string AtOnce(LoadResult result)
    {
        var round = Largest(result);
        return $"{result.Server}: up to {Count(round.QueriesAtOnce, "query", "queries")} open at once, asked by {Count(round.Threads, "thread", "threads")}.";
    }

    private static LoadRound Largest(LoadResult result) => result.Rounds.MaxBy(round => round.Clients)!;

    private static string Clients(LoadRound round) => Count(round.Clients, "client", "clients");

    private static string Count(int count, string one, string many) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    private static string Text(TimeSpan duration) => Duration.Text(duration, TimeUnit.RealTime);
}
