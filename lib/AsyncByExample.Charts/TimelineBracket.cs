using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>The span of an item of work, drawn thin above its lane.</summary>
internal sealed record TimelineBracket(int Row, double From, double To, string Label)
{
    /// <summary>The words that fit above a bracket.</summary>
    public static string LabelFor(WorkItem item, double length, double width) =>
        WorkLabel.For(item.Work, length / width);
}
