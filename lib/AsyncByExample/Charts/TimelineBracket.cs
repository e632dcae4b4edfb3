using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>The span of an item of work, drawn thin above its lane.</summary>
internal sealed record TimelineBracket(int Row, double From, double To, string Label)
{
    // Of a chart's width; below it, words would run into each other.
    private const double RoomForWords = 0.09;
    private const double RoomForNumber = 0.02;

    /// <summary>The words that fit above a bracket.</summary>
    public static string LabelFor(WorkItem item, double length, double width) =>
        (length / width) switch
        {
            >= RoomForWords => char.IsAsciiDigit(item.Work.FirstOrDefault()) ? $"work {item.Work}" : item.Work,
            >= RoomForNumber => item.Work,
            _ => "",
        };
}
