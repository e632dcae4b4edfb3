namespace AsyncByExample.Recording;

/// <summary>An example that was run, and what happened.</summary>
/// <param name="Example">The example's name, as charts show it.</param>
/// <param name="Clock">The clock it ran on, as text.</param>
/// <param name="LowerBound">The least total that its work allows.</param>
/// <param name="Timeline">What happened.</param>
public sealed record Run(string Example, string Clock, LowerBound LowerBound, Timeline Timeline)
{
    /// <summary>How long the example took, in article time.</summary>
    public TimeSpan Total => Timeline.Total;

    /// <summary>Who held the thread longest without letting go; null if nobody held it for any time.</summary>
    public Stall? LongestStall => Stall.LongestOf(Timeline);
}
