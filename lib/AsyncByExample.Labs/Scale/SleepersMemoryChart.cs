using AsyncByExample.Charts;

namespace AsyncByExample.Labs.Scale;

/// <summary>How much memory a task needs that sleeps.</summary>
public static class SleepersMemoryChart
{
    // Of fewer, a process's memory tells little.
    private const int ManyTasks = 100;

    /// <summary>A line for each system, on logarithmic axes; numbers of tasks that are too small to tell are left out.</summary>
    /// <param name="curves">The first is the one that all is about.</param>
    public static Picture Of(IReadOnlyList<CostCurve> curves)
    {
        List<CostCurve> telling =
        [
            .. curves
                .Select(curve => curve with { Costs = [.. curve.Costs.Where(cost => cost.Tasks >= ManyTasks)] })
                .Where(curve => curve.Costs.Any(cost => cost.BytesPerTask > 0)),
        ];
        return telling.Count == 0
            ? throw new ArgumentException(
                $"what fewer than {ManyTasks} tasks weigh cannot be told apart from the rest: set the knob called n to more"
            )
            : new Picture(
                "Memory for each task that sleeps",
                CostPlane.Draw(telling, "bytes for each task", cost => cost.BytesPerTask, Text, [], []),
                CostPlane.Table(telling, cost => cost.BytesPerTask, Text)
            );
    }

    private static string Text(double bytes) =>
        bytes switch
        {
            >= 1024 * 1024 => FormattableString.Invariant($"{bytes / 1024 / 1024:0.#} MB"),
            >= 10_000 => FormattableString.Invariant($"{bytes / 1024:0} KB"),
            _ => FormattableString.Invariant($"{bytes:#,0} B"),
        };
}
