namespace AsyncByExample.Charts;

/// <summary>How times are counted on an axis.</summary>
/// <param name="Title">The axis' title: the unit.</param>
/// <param name="Unit">The time that the axis shows as 1.</param>
/// <param name="Symbol">The unit in short.</param>
internal sealed record TimeScale(string Title, TimeSpan Unit, string Symbol)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    /// <summary>The scale for times up to <paramref name="longest"/>.</summary>
    public static TimeScale Of(TimeUnit unit, TimeSpan longest) =>
        (unit, longest >= Second) switch
        {
            (TimeUnit.Minutes, _) => new("minutes", TimeSpan.FromMinutes(1), "min"),
            (TimeUnit.RealTime, true) => new("seconds", Second, "s"),
            (TimeUnit.RealTime, false) => new("milliseconds", Millisecond, "ms"),
            (_, true) => new("article seconds", Second, "s"),
            (_, false) => new("article milliseconds", Millisecond, "ms"),
        };
}
