using System.Runtime.CompilerServices;

namespace AsyncByExample;

/// <summary>The least total that some work allows, whoever schedules it.</summary>
/// <param name="Time">Article time.</param>
/// <param name="Because">What it is, for a chart's label.</param>
public sealed record LowerBound(TimeSpan Time, string Because)
{
    /// <summary>What charts and summaries call it.</summary>
    public string Name { get; init; } = "lower bound";

    // Up to here the exact optimum for two workers takes well under a millisecond to find.
    private const long SmallTotal = 100_000;

    /// <summary>Work that waits for nothing, such as counting: there is no time that it has to take.</summary>
    /// <param name="work">Counts, each zero or more.</param>
    /// <exception cref="ArgumentException">The work is null or holds a negative count.</exception>
    public static LowerBound NoWaiting(IReadOnlyList<int> work)
    {
        Check(work);
        return new LowerBound(TimeSpan.Zero, "nothing here has to wait");
    }

    /// <summary>One thread that blocks: the sum of the work.</summary>
    /// <param name="work">Article seconds, each zero or more.</param>
    /// <exception cref="ArgumentException">The work is null or holds a negative count.</exception>
    public static LowerBound OneThread(IReadOnlyList<int> work) => OneThread(Seconds(work));

    /// <inheritdoc cref="OneThread(IReadOnlyList{int})"/>
    [OverloadResolutionPriority(-1)] // An empty queue fits both.
    public static LowerBound OneThread(IReadOnlyList<double> work) =>
        new(TimeOf(Milliseconds(work).Sum()), "a thread that blocks cannot do better")
        {
            // Others can: this is no bound on the work.
            Name = "sum of the waits",
        };

    /// <summary>
    /// Two workers that wait side by side: neither can split an item, so the total is at least the longest item
    /// and half the sum; for a small queue the exact optimum over all ways to share the items out.
    /// </summary>
    /// <param name="work">Article seconds, each zero or more.</param>
    /// <exception cref="ArgumentException">The work is null or holds a negative count.</exception>
    public static LowerBound TwoWorkers(IReadOnlyList<int> work) => TwoWorkers(Seconds(work));

    /// <inheritdoc cref="TwoWorkers(IReadOnlyList{int})"/>
    [OverloadResolutionPriority(-1)] // An empty queue fits both.
    public static LowerBound TwoWorkers(IReadOnlyList<double> work)
    {
        var items = Milliseconds(work);
        // Counted in the largest unit that divides all of them: few whole numbers are quickly tried in every way.
        var unit = Math.Max(1, items.Aggregate(0L, GreatestCommonDivisor));
        var sum = items.Sum();
        return sum / unit <= SmallTotal
            ? new LowerBound(
                TimeOf(sum - unit * LargestPartUpToHalf([.. items.Select(item => item / unit)])),
                "the best that two workers can do"
            )
            : new LowerBound(
                TimeOf(Math.Max(items.Max(), (sum + 1) / 2)),
                "two workers: the longest item, or half the sum"
            );
    }

    // The sums that some of the items can reach, as bits: taking another item shifts them.
    private static long LargestPartUpToHalf(IReadOnlyList<long> work)
    {
        var half = (int)(work.Sum() / 2);
        var reachable = System.Numerics.BigInteger.One;
        var mask = (System.Numerics.BigInteger.One << (half + 1)) - 1;
        foreach (var item in work.Where(item => item <= half))
            reachable = (reachable | (reachable << (int)item)) & mask;
        return (long)reachable.GetBitLength() - 1;
    }

    private static long GreatestCommonDivisor(long one, long other) =>
        (long)System.Numerics.BigInteger.GreatestCommonDivisor(one, other);

    private static TimeSpan TimeOf(long milliseconds) => new(milliseconds * TimeSpan.TicksPerMillisecond);

    private static double[] Seconds(IReadOnlyList<int> work)
    {
        Check(work);
        return [.. work.Select(item => (double)item)];
    }

    internal static long[] Milliseconds(IReadOnlyList<double> work) =>
        work.Any(item => !(item >= 0 && double.IsFinite(item)))
            ? throw new ArgumentException(
                "work takes 0 seconds or more: change the knob called work or that called sites"
            )
            : [.. work.Select(item => (long)Math.Round(item * 1000))];

    private static void Check(IReadOnlyList<int> work)
    {
        if (work is null)
            throw new ArgumentException(
                "the work queue is null: set the knob called work to a list such as [15, 10, 5, 2]"
            );
        for (var i = 0; i < work.Count; i++)
            if (work[i] < 0)
                throw new ArgumentException(
                    $"work[{i}] is {work[i]}, and nobody can count to less than 0: change the knob called work"
                );
    }
}
