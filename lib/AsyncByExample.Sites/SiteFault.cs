namespace AsyncByExample.Sites;

/// <summary>What is wrong with a <see cref="Site"/>.</summary>
public enum SiteFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It answers 404, Not Found.</summary>
    NotFound,

    /// <summary>It answers 500, Internal Server Error.</summary>
    ServerError,

    /// <summary>Nobody listens on its port: the connection is refused at once.</summary>
    ClosedPort,

    /// <summary>It takes the request and never answers.</summary>
    NeverAnswers,

    /// <summary>Its body comes in small pieces, and takes ten times its latency.</summary>
    SlowBody,

    /// <summary>It cuts the connection in the middle of the body.</summary>
    CutConnection,

    /// <summary>It answers 301, with the place where it is now.</summary>
    Moved,

    /// <summary>It answers 503, Service Unavailable, to its first request, and is well from then on.</summary>
    BusyAtFirst,
}
