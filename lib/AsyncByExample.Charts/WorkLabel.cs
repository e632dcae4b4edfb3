namespace AsyncByExample.Charts;

/// <summary>An item of the work queue in few letters, for a chart's labels.</summary>
internal static class WorkLabel
{
    private const string CommonEnd = ".com";

    // Of a chart's width, for each letter.
    private const double RoomForLetter = 1 / 115.0;

    /// <summary>A count as it is; of a URL the site's name, such as <c>google</c>.</summary>
    public static string Short(string work) =>
        !(Uri.TryCreate(work, UriKind.Absolute, out var url) && url.Host.Length > 0) ? work
        : url.Host.EndsWith(CommonEnd, StringComparison.Ordinal) ? url.Host[..^CommonEnd.Length]
        : url.Host;

    /// <summary>The label for a stretch of a chart: as much as there is room for.</summary>
    /// <param name="work">What was taken from the queue.</param>
    /// <param name="share">The stretch's share of the chart's width.</param>
    public static string For(string work, double share)
    {
        var name = Short(work);
        return name.Length == 0 || share < name.Length * RoomForLetter ? ""
            : !char.IsAsciiDigit(work[0]) || share < (name.Length + "work  ".Length) * RoomForLetter ? name
            : $"work {name}";
    }
}
