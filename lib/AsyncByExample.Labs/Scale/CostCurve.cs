namespace AsyncByExample.Labs.Scale;

/// <summary>What tasks cost in one system, from few to many.</summary>
/// <param name="System">The system's name, as charts show it.</param>
/// <param name="Costs">By the number of tasks, fewest first.</param>
/// <param name="Origin">Where the figures come from.</param>
public sealed record CostCurve(string System, IReadOnlyList<TaskCost> Costs, CostOrigin Origin)
{
    /// <summary>With which version of what, for recorded figures.</summary>
    public string Version { get; init; } = "";

    /// <summary>
    /// What so many tasks would cost if each went on to cost what it costs at the end of this curve. Nothing of that is
    /// measured, and charts say so.
    /// </summary>
    /// <param name="tasks">How many, more than were measured.</param>
    public CostCurve ExtrapolatedTo(int tasks)
    {
        var last = Costs[^1];
        var would = new TaskCost(tasks, TaskCost.IdealSeconds + last.OverIdeal * tasks / last.Tasks);
        return this with
        {
            System = $"{System}, extrapolated",
            Costs = [last, would],
            Origin = CostOrigin.Extrapolated,
        };
    }
}
