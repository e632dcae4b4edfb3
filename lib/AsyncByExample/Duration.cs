namespace AsyncByExample;

/// <summary>Durations as people read them.</summary>
internal static class Duration
{
    /// <summary>For example <c>17.0 s</c>, <c>4.1 ms</c>, <c>120 µs</c>, <c>0 s</c>; or <c>12 min</c>.</summary>
    public static string Text(TimeSpan duration, TimeUnit unit = TimeUnit.ArticleSeconds) =>
        unit switch
        {
            TimeUnit.Minutes => FormattableString.Invariant($"{duration.TotalMinutes:0.#} min"),
            TimeUnit.RealTime => Seconds(duration, from: 0.9995),
            // The article's programs print tenths of a second: what is drawn is told as they print it.
            _ => Seconds(duration, from: 0.09995),
        };

    private static string Seconds(TimeSpan duration, double from) =>
        FormattableString.Invariant(
            duration.TotalSeconds switch
            {
                0 => $"0 s",
                var seconds when seconds >= from => $"{seconds:F1} s",
                >= 0.001 => $"{duration.TotalMilliseconds:F1} ms",
                _ => $"{duration.TotalMicroseconds:F0} µs",
            }
        );
}
