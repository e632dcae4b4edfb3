using AsyncByExample.Charts;

namespace AsyncByExample.Labs.Load;

/// <summary>The axis of how many clients ask at once.</summary>
internal static class ClientsAxis
{
    public static PlaneAxis Of(IReadOnlyList<LoadResult> results)
    {
        var counts = results
            .SelectMany(result => result.Rounds)
            .Select(round => round.Clients)
            .Distinct()
            .Order()
            .ToList();
        return PlaneAxis.Log(
            "clients at once",
            [.. counts.Select(count => (double)count)],
            [.. counts.Select(count => ((double)count, FormattableString.Invariant($"{count}")))]
        );
    }
}
