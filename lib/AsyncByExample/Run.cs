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

    /// <summary>When it began, by this machine's clock and not by its own; null for one that was kept before runs had times.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The line that recorded it, where it is known: what the example printed stands below that cell.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>Whether this is how far the example had come at some moment.</summary>
    internal bool IsUnderWay { get; init; }

    /// <summary>Whether the reader has stopped the example: this is what had happened until then.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What its total is called.</summary>
    internal string TotalName =>
        IsUnderWay ? "so far"
        : IsStopped ? "stopped after"
        : "total";

    /// <summary>How long the example took, in article time.</summary>
    public TimeSpan Total => Timeline.Total;

    /// <summary>
    /// Whether this machine was too busy for the run to be compared with others: it was late by more than can be
    /// overlooked in the picture.
    /// </summary>
    public bool IsSpoilt => Timeline.IsSpoilt;

    /// <summary>The example's name, marked where the run cannot be compared with others.</summary>
    internal string Label =>
        IsStopped ? $"{Example} (stopped)"
        : IsSpoilt ? $"{Example} (busy machine)"
        : Example;

    /// <summary>How long it took, or where that says nothing how many lines it printed.</summary>
    internal string TotalText =>
        IsTimed ? Duration.Text(Total, Unit) : FormattableString.Invariant($"{Timeline.LineCount} lines");

    /// <summary>Whether its times tell more than the order of its printed lines.</summary>
    internal bool IsTimed => Unit != TimeUnit.ArticleSeconds || Timeline.HasWaits;

    /// <summary>Who held the thread longest without letting go; null if nobody held it for any time.</summary>
    public Stall? LongestStall => Stall.LongestOf(Timeline);
}
