namespace AsyncByExample.Recording;

public sealed partial record LowerBound
{
    /// <summary>
    /// Some workers that wait side by side: none can split an item, so the total is at least the longest item and an
    /// equal share of the sum; for a small queue the exact optimum over all ways to share the items out.
    /// </summary>
    /// <param name="workers">How many, one or more.</param>
    /// <param name="work">Article seconds, each zero or more.</param>
    /// <exception cref="ArgumentException">There is no worker, or the work holds a negative time.</exception>
    public static LowerBound Workers(int workers, IReadOnlyList<double> work)
    {
        if (workers < 1)
            throw new ArgumentException(
                $"workers is {workers}, and nobody would do the work: set the knob called workers to 1 or more"
            );
        if (workers == 1)
            return OneThread(work) with { Because = "one worker: the sum of the work" };
        if (workers == 2)
            return TwoWorkers(work);
        var items = Milliseconds(work);
        return Makespan.Least(items, workers) is { } least
            ? new LowerBound(TimeOf(least), $"the best that {workers} workers can do")
            : new LowerBound(
                TimeOf(Makespan.AtLeast(items, workers)),
                $"{workers} workers: the longest item, or an equal share"
            );
    }
}
