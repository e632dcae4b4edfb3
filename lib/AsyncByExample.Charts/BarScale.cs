using System.Globalization;

namespace AsyncByExample.Charts;

/// <summary>What lengths of bars are counted in.</summary>
/// <param name="AxisTitle">The axis' title, with the unit.</param>
/// <param name="Unit">The length that the axis shows as 1.</param>
/// <param name="Text">A length in words.</param>
/// <param name="IsCount">Whether there is nothing between two whole numbers.</param>
internal sealed record BarScale(string AxisTitle, double Unit, Func<double, string> Text, bool IsCount = false)
{
    /// <summary>Seconds or minutes, as a run is read; milliseconds where all are short.</summary>
    public static BarScale Seconds(double longest, TimeUnit unit = TimeUnit.ArticleSeconds)
    {
        var scale = TimeScale.Of(unit, TimeSpan.FromSeconds(longest));
        return new(scale.Title, scale.Unit.TotalSeconds, seconds => Duration.Text(TimeSpan.FromSeconds(seconds), unit));
    }

    /// <summary>Printed lines.</summary>
    public static BarScale Lines { get; } =
        new(
            "printed lines",
            1,
            lines => lines.ToString(CultureInfo.InvariantCulture) + (lines == 1 ? " line" : " lines"),
            IsCount: true
        );
}
