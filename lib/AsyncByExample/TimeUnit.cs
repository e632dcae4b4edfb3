namespace AsyncByExample;

/// <summary>What an example's times are read in.</summary>
public enum TimeUnit
{
    /// <summary>The article's seconds, at whatever speed they run.</summary>
    ArticleSeconds,

    /// <summary>Seconds and milliseconds of the reader's own.</summary>
    RealTime,

    /// <summary>Minutes, for examples that take a day.</summary>
    Minutes,
}
