namespace AsyncByExample.Charts;

/// <summary>A bar made of segments that stand one after the other.</summary>
/// <param name="Name">What stands to its left.</param>
/// <param name="Segments">The work of each and its length: seconds or printed lines.</param>
/// <param name="Color">A colour of the theme.</param>
internal sealed record BarRow(string Name, IReadOnlyList<(string Work, double Length)> Segments, string Color)
{
    public BarRow(string name, double length, string color)
        : this(name, [("", length)], color) { }

    /// <summary>What stands behind the row's sum.</summary>
    public string Note { get; init; } = "";

    /// <summary>A length that the bar is compared with, drawn as a dotted line across it.</summary>
    public double? Goal { get; init; }

    public double Sum => Segments.Sum(segment => segment.Length);
}
