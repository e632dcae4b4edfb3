namespace AsyncByExample.Labs.Scale;

/// <summary>What a number of tasks that all sleep for one second cost.</summary>
/// <param name="Tasks">How many.</param>
/// <param name="Seconds">From the start of the first to the end of the last.</param>
/// <param name="BytesPerTask">What they hold of the heap while all sleep, for each of them; null where it is not known.</param>
public sealed record TaskCost(int Tasks, double Seconds, double? BytesPerTask = null)
{
    /// <summary>How long each task sleeps: what no system can beat.</summary>
    public const double IdealSeconds = 1;

    /// <summary>Seconds above the ideal.</summary>
    public double OverIdeal => Seconds - IdealSeconds;
}
