namespace AsyncByExample.Labs.Scale;

/// <summary>What one step of a task costs, by how many tasks there are.</summary>
/// <param name="Step">What a step is, such as <c>a turn</c>.</param>
/// <param name="Costs">The number of tasks, and the nanoseconds for each step.</param>
public sealed record StepCosts(string Step, IReadOnlyList<(int Tasks, double Nanoseconds)> Costs);
