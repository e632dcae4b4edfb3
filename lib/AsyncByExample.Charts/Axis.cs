namespace AsyncByExample.Charts;

/// <summary>A horizontal axis from zero.</summary>
/// <param name="Title">What it counts, with the unit.</param>
/// <param name="Width">Where it ends.</param>
/// <param name="IsCount">Whether there is nothing between two whole numbers.</param>
internal sealed record Axis(string Title, double Width, bool IsCount = false)
{
    // Beyond this, Plotly's own ticks are whole numbers.
    private const double FewWholeNumbers = 12;

    /// <summary>The distance between ticks; null leaves it to Plotly.</summary>
    public double? Tick => IsCount && Width < FewWholeNumbers ? 1 : null;
}
