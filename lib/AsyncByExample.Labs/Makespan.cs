namespace AsyncByExample.Labs;

/// <summary>How soon some workers can be done with items that cannot be split.</summary>
public static class Makespan
{
    // The problem is NP-hard: what takes more than some milliseconds is not worth a reader's time.
    private const int MostItems = 30;
    private const int MostTries = 100_000;

    /// <summary>
    /// Some workers that wait side by side: none can split an item, so the total is at least the longest item and an
    /// equal share of the sum; for a small queue the exact optimum over all ways to share the items out.
    /// </summary>
    /// <param name="workers">How many, one or more.</param>
    /// <param name="work">Article seconds, each zero or more.</param>
    /// <exception cref="ArgumentException">There is no worker, or the work holds a negative time.</exception>
    public static LowerBound LowerBound(int workers, IReadOnlyList<double> work)
    {
        if (workers < 1)
            throw new ArgumentException(
                $"workers is {workers}, and nobody would do the work: set the knob called workers to 1 or more"
            );
        if (workers == 1)
            return AsyncByExample.LowerBound.OneThread(work) with { Because = "one worker: the sum of the work" };
        if (workers == 2)
            return AsyncByExample.LowerBound.TwoWorkers(work);
        var items = AsyncByExample.LowerBound.Milliseconds(work);
        return Least(items, workers) is { } least
            ? Bound(least, $"the best that {workers} workers can do")
            : Bound(AtLeast(items, workers), $"{workers} workers: the longest item, or an equal share");
    }

    private static LowerBound Bound(long milliseconds, string because) =>
        new(TimeSpan.FromMilliseconds(milliseconds), because);

    /// <summary>What no schedule can beat: the longest item, or an equal share of the sum.</summary>
    internal static long AtLeast(IReadOnlyCollection<long> items, int workers) =>
        Math.Max(items.DefaultIfEmpty().Max(), (items.Sum() + workers - 1) / workers);

    /// <summary>The exact optimum, by branch and bound; null where there are too many ways to try.</summary>
    internal static long? Least(IReadOnlyCollection<long> items, int workers) =>
        items.Count == 0 ? 0
        : items.Count <= MostItems ? new Search([.. items.OrderDescending()], Math.Min(workers, items.Count)).Run()
        : null;

    private sealed class Search(long[] items, int workers)
    {
        private readonly long[] _loads = new long[workers];
        private readonly long _atLeast = AtLeast(items, workers);
        private long _best = long.MaxValue;
        private int _tries;

        public long? Run()
        {
            Place(0, 0);
            return _tries < MostTries || _best == _atLeast ? _best : null;
        }

        // Whoever has the least to do is tried first: the first schedule found is a good one.
        private void Place(int item, long longest)
        {
            if (item == items.Length)
                _best = longest;
            else
                foreach (var worker in DifferentWorkers())
                    if (_best > _atLeast && _tries++ < MostTries && _loads[worker] + items[item] < _best)
                        Give(worker, item, longest);
        }

        private void Give(int worker, int item, long longest)
        {
            _loads[worker] += items[item];
            Place(item + 1, Math.Max(longest, _loads[worker]));
            _loads[worker] -= items[item];
        }

        // Of workers with the same load, it makes no difference which one is given the item.
        private List<int> DifferentWorkers() =>
            [.. Enumerable.Range(0, workers).DistinctBy(worker => _loads[worker]).OrderBy(worker => _loads[worker])];
    }
}
