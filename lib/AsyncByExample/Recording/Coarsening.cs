using System.Runtime.InteropServices;

namespace AsyncByExample.Recording;

/// <summary>
/// Fewer intervals for the same time. Time is cut into windows; of several intervals that lie in one window, those of
/// the same state on the same thread become one. What a task spent in each state stays exact, and so does every interval that reaches
/// beyond its window; the order within a window is lost.
/// </summary>
internal static class Coarsening
{
    /// <inheritdoc cref="Apply"/>
    /// <returns>A list of its own.</returns>
    public static List<Interval> Of(IReadOnlyList<Interval> intervals, TimeSpan window)
    {
        var coarse = intervals.ToList();
        Apply(coarse, window);
        return coarse;
    }

    /// <param name="intervals">Of one lane, in order; they are replaced.</param>
    /// <param name="window">How long a window is, above zero.</param>
    public static void Apply(List<Interval> intervals, TimeSpan window)
    {
        var all = CollectionsMarshal.AsSpan(intervals);
        var kept = 0;
        for (var (from, to) = (0, 0); from < all.Length; from = to)
        {
            to = from + 1;
            var end = EndOfWindow(all[from], window);
            if (all[from].To <= end)
                while (to < all.Length && all[to].To <= end)
                    to++;
            kept += KeepOnePerState(all[from..to], all[kept..]);
        }
        intervals.RemoveRange(kept, intervals.Count - kept);
    }

    // Of the window that the interval begins in: one division for all that lie in it.
    private static TimeSpan EndOfWindow(in Interval interval, TimeSpan window) =>
        new((interval.From.Ticks / window.Ticks + 1) * window.Ticks);

    // They are kept at the place of the first ones, one after the other. Returns how many.
    private static int KeepOnePerState(Span<Interval> together, Span<Interval> place)
    {
        var (end, kept) = (together[0].From, 0);
        foreach (var interval in together)
        {
            var same = 0;
            while (same < kept && (place[same].State, place[same].Thread) != (interval.State, interval.Thread))
                same++;
            if (same == kept)
                place[kept++] = interval;
            else
                place[same] = place[same] with { To = place[same].To + interval.Duration };
        }
        foreach (ref var interval in place[..kept])
        {
            var from = end;
            end += interval.Duration;
            interval = interval with { From = from, To = end };
        }
        return kept;
    }
}
