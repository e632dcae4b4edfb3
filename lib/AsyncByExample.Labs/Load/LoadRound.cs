namespace AsyncByExample.Labs.Load;

/// <summary>A number of clients that all asked at once, and how long each waited.</summary>
/// <param name="Waits">From the common start to each client's whole answer, shortest first; at least one.</param>
/// <param name="QueriesAtOnce">The most queries that the database had to answer at the same time.</param>
/// <param name="Threads">How many threads asked the database.</param>
public sealed record LoadRound(IReadOnlyList<TimeSpan> Waits, int QueriesAtOnce, int Threads)
{
    /// <summary>How many clients there were.</summary>
    public int Clients => Waits.Count;

    /// <summary>How long the last client waited.</summary>
    public TimeSpan Longest => Waits[^1];

    /// <summary>The wait that <paramref name="percent"/> of the clients did not exceed (nearest rank; 100 is the longest).</summary>
    public TimeSpan Percentile(double percent) =>
        Waits[Math.Clamp((int)Math.Ceiling(percent / 100 * Clients) - 1, 0, Clients - 1)];
}
