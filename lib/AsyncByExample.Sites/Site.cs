namespace AsyncByExample.Sites;

/// <summary>A web site of the article, as the library plays it.</summary>
/// <param name="Name">A short name, such as <c>google</c>.</param>
/// <param name="Url">What a task asks for, such as <c>http://google.com</c>.</param>
/// <param name="Latency">Article seconds from a request to its answer, zero or more.</param>
/// <param name="BodyBytes">How much it sends.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record Site(
    string Name,
    string Url,
    double Latency,
    int BodyBytes = 4096,
    SiteFault Fault = SiteFault.None
)
{
    /// <summary><see cref="Latency"/> as a time.</summary>
    internal TimeSpan LatencyTime => TimeSpan.FromSeconds(Latency);
}
