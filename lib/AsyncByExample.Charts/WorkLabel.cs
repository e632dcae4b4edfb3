namespace AsyncByExample.Charts;

/// <summary>An item of the work queue in few letters, for a chart's labels.</summary>
internal static class WorkLabel
{
    private const string CommonEnd = ".com";
    private const string Prefix = "work ";

    // Of a chart's width, for each letter, on a page of the usual width.
    internal const double RoomForLetter = 1 / 115.0;

    private const double MostOfWidth = 0.7;

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
            : Prefix + name;
    }

    /// <summary>The same with less room.</summary>
    public static string Shorter(string label) =>
        label.StartsWith(Prefix, StringComparison.Ordinal) ? label[Prefix.Length..] : label;

    /// <summary>How long an axis must be so that words behind what ends at <paramref name="end"/> stay inside.</summary>
    public static double RoomBehind(double end, string words) =>
        end / (1 - Math.Min((words.Length + 2) * RoomForLetter, MostOfWidth));
}
