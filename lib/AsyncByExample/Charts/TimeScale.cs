using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>How times are counted on an axis.</summary>
/// <param name="Title">The axis' title: the unit.</param>
/// <param name="Unit">The time that the axis shows as 1.</param>
internal sealed record TimeScale(string Title, TimeSpan Unit)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    /// <summary>The scale for times up to <paramref name="longest"/>.</summary>
    public static TimeScale Of(TimeUnit unit, TimeSpan longest) =>
        (unit, longest >= Second) switch
        {
            (TimeUnit.Minutes, _) => new("minutes", TimeSpan.FromMinutes(1)),
            (TimeUnit.RealTime, true) => new("seconds", Second),
            (TimeUnit.RealTime, false) => new("milliseconds", Millisecond),
            (_, true) => new("article seconds", Second),
            (_, false) => new("article milliseconds", Millisecond),
        };
}
