using System.Globalization;

namespace AsyncByExample.Sites;

/// <summary>What a list of sites must keep to, whether it was written in a file or in a cell.</summary>
internal static class SiteRules
{
    /// <summary>The largest body that a site can have: 16 MB.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    // A Task.Delay can wait no longer than 49 days, and no reader waits for an hour.
    private const double MaxLatency = 3600;

    /// <summary>What is wrong with a site in the list <paramref name="before"/> it; null if it is well.</summary>
    public static (string Field, string Problem)? Check(Site site, IEnumerable<Site> before) =>
        Fault(site)
        ?? before
            .Select(other =>
                other.Name == site.Name ? ("name", $"is {site.Name}, as another site's: give each its own")
                : HostOf(other) == HostOf(site) ? ("url", $"is {site.Url}, as {other.Name}'s: give each its own host")
                : ((string, string)?)null
            )
            .FirstOrDefault(problem => problem is not null);

    /// <summary>What the <c>Host</c> header of a request to the site says.</summary>
    public static string HostOf(Site site) => new Uri(site.Url).Authority;

    private static (string, string)? Fault(Site site) =>
        string.IsNullOrWhiteSpace(site.Name) ? ("name", "is empty: give it a name such as google")
        : !IsHttp(site.Url)
            ? ("url", $"is {site.Url}, and must be an http URL without a path, such as http://google.com")
        : site.Latency is not (>= 0 and <= MaxLatency)
            ? ("latency", $"is {Number(site.Latency)}, and must be article seconds from 0 to {MaxLatency}")
        : site.BodyBytes is < 0 or > MaxBodyBytes
            ? ("bodyBytes", $"is {Number(site.BodyBytes)}, and must be from 0 to {MaxBodyBytes} (16 MB)")
        : !Enum.IsDefined(site.Fault) ? ("fault", $"is {site.Fault}, which is no {nameof(SiteFault)}")
        : null;

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
