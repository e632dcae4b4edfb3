using AsyncByExample.Clocks;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>An example that was run, and what happened.</summary>
/// <param name="Example">The example's name, as charts show it.</param>
/// <param name="Clock">The clock it ran on, as text.</param>
/// <param name="LowerBound">The least total that its work allows.</param>
/// <param name="Timeline">What happened.</param>
/// <param name="Unit">What its times are read in.</param>
public sealed record Run(
    string Example,
    string Clock,
    LowerBound LowerBound,
    Timeline Timeline,
    TimeUnit Unit = TimeUnit.ArticleSeconds
)
{
    /// <summary>Tells this run from all others, wherever it is drawn; empty for one that was kept before runs had names.</summary>
    public string Id { get; init; } = "";

    /// <summary>The line that recorded it, where it is known: what the example printed stands below that cell.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>Whether this is how far the example had come at some moment.</summary>
    internal bool IsUnderWay { get; init; }

    /// <summary>How long the example took, in article time.</summary>
    public TimeSpan Total => Timeline.Total;

    /// <summary>Whether its times tell more than the order of its printed lines.</summary>
    internal bool IsTimed => Unit != TimeUnit.ArticleSeconds || Timeline.HasWaits;

    /// <summary>Who held the thread longest without letting go; null if nobody held it for any time.</summary>
    public Stall? LongestStall => Stall.LongestOf(Timeline);
}
