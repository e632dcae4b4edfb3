using System.Globalization;

namespace Dib.Running;

/// <summary>Durations as people read them.</summary>
internal static class Seconds
{
    internal static string Of(TimeSpan elapsed) => Of(elapsed.TotalSeconds);

    /// <summary>Seconds with one decimal; a dash when there are none.</summary>
    internal static string Of(double? seconds) =>
        seconds is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} s") : "–";
}
