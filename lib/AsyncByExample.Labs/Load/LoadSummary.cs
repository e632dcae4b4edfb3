namespace AsyncByExample.Labs.Load;

/// <summary>What a load test found, in sentences whose numbers come from it.</summary>
public static class LoadSummary
{
    /// <summary>The longest waits by the number of clients, and how many queries and threads it took.</summary>
    /// <param name="results">What was measured, with the same clients and the same query time.</param>
    /// <param name="predict">The reader's guess of the first server's longest wait, in seconds; null where none was made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The guess is not a number of seconds.</exception>
    public static Summary Of(IReadOnlyList<LoadResult> results, double? predict = null)
    {
        if (predict is { } guess && !(guess >= 0 && guess < TimeSpan.MaxValue.TotalSeconds))
            throw new ArgumentOutOfRangeException(
                nameof(predict),
                "a guess is a number of seconds, 0 or more: change the knob called predict"
            );
        return new([
            .. results.Select((result, i) => Longest(result, i == 0 ? predict : null)),
            .. results.Select(ByClients),
            .. results.Select(AtOnce),
        ]);
    }

    private static string Longest(LoadResult result, double? predict)
    {
        var round = Largest(result);
        var guess = predict is { } seconds ? $" (your guess: {Text(TimeSpan.FromSeconds(seconds))})" : "";
        return $"{result.Server}: of {Clients(round)} at once, half had their answer within {Text(round.Percentile(50))}, and the last one after {Text(round.Longest)}{guess}.";
    }

    private static string ByClients(LoadResult result) =>
        $"{result.Server}: the longest wait was {string.Join(", ", result.Rounds.Select(round => $"{Text(round.Longest)} with {Clients(round)}"))}; a query takes {Text(result.Query)}.";

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
