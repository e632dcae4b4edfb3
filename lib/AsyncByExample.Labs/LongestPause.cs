namespace AsyncByExample.Labs;

/// <summary>How regularly a task did something that it wants to do again and again, in a sentence.</summary>
public static class LongestPause
{
    /// <summary>How many items a task started, and the longest time between two starts.</summary>
    /// <param name="run">What was recorded.</param>
    /// <param name="task">The task's name.</param>
    /// <param name="wanted">How far apart the starts should be.</param>
    public static Summary Of(Run run, string task, TimeSpan wanted)
    {
        var starts = run
            .Timeline.Lanes.Where(lane => lane.Name == task)
            .SelectMany(lane => lane.Items)
            .Select(item => item.From)
            .ToList();
        var times = FormattableString.Invariant($"{starts.Count} {(starts.Count == 1 ? "time" : "times")}");
        return new([
            starts.Count < 2
                ? $"{task} came {times}: too few to tell how regularly."
                : $"{task} came {times}. It wants to come every {Text(wanted)}; the longest pause was {Text(starts.Zip(starts.Skip(1), (one, next) => next - one).Max())}.",
        ]);

        string Text(TimeSpan time) => Duration.Text(time, run.Unit);
    }
}
