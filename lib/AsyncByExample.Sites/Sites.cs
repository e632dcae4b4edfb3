using System.Collections;

namespace AsyncByExample.Sites;

/// <summary>The sites that the work queue's URLs belong to. A list that does not change: see <see cref="With"/>.</summary>
#pragma warning disable MA0049 // Readers write Sites.Load(...), and setup.dib has opened the namespace for them.
public sealed partial class Sites : IReadOnlyList<Site>
#pragma warning restore MA0049
{
    private readonly IReadOnlyList<Site> _sites;

    /// <summary>A list of sites.</summary>
    /// <exception cref="ArgumentException">One of them cannot be played, or two have the same name or host.</exception>
    public Sites(params IEnumerable<Site> sites)
    {
        _sites = [.. sites];
        foreach (var (index, site) in _sites.Index())
            if (SiteRules.Check(site, _sites.Take(index)) is var (field, problem))
                throw new ArgumentException($"site {index + 1} ({site.Name}): {field} {problem}");
    }

    /// <inheritdoc/>
    public int Count => _sites.Count;

    /// <inheritdoc/>
    public Site this[int index] => _sites[index];

    /// <summary>The sites' URLs, in order.</summary>
    public IEnumerable<string> Urls => _sites.Select(site => site.Url);

    /// <summary>The same sites, one of them changed: what is not given stays as it is.</summary>
    /// <param name="name">The site's name, such as <c>google</c>.</param>
    /// <exception cref="ArgumentException">There is no such site.</exception>
    public Sites With(string name, double? latency = null, SiteFault? fault = null, int? bodyBytes = null)
    {
        if (_sites.All(site => site.Name != name))
            throw new ArgumentException(
                $"there is no site called {name}: it is one of {string.Join(", ", _sites.Select(site => site.Name))}"
            );
        return new Sites(
            _sites.Select(site =>
                site.Name == name
                    ? site with
                    {
                        Latency = latency ?? site.Latency,
                        Fault = fault ?? site.Fault,
                        BodyBytes = bodyBytes ?? site.BodyBytes,
                    }
                    : site
            )
        );
    }

    /// <summary>How long each URL's site takes to answer, in article seconds: what the lower bound of a queue is made from.</summary>
    /// <exception cref="ArgumentException">There are no URLs, or one belongs to none of the sites.</exception>
    public IReadOnlyList<double> Latencies(IEnumerable<string> urls) =>
        urls is null
            ? throw new ArgumentException(
                "the work queue is null: set the knob called work to a list such as [.. sites.Urls]"
            )
            : [.. urls.Select(url => SiteOf(url).Latency)];

    /// <summary>The name of the site that a URL belongs to, such as <c>google</c>.</summary>
    /// <exception cref="ArgumentException">It belongs to none of the sites.</exception>
    public string NameOf(string url) => SiteOf(url).Name;

    /// <summary>The site that answers requests for this URL or for any path below it.</summary>
    internal Site? Find(Uri? url) =>
        url is { IsAbsoluteUri: true } && url.Scheme == Uri.UriSchemeHttp
            ? _sites.FirstOrDefault(site => SiteRules.HostOf(site) == url.Authority)
            : null;

    internal Site SiteOf(string url) =>
        Find(Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null)
        ?? throw new ArgumentException(
            $"{url} is none of the sites' URLs ({string.Join(", ", Urls)}): change the knob called work"
        );

    /// <inheritdoc/>
    public IEnumerator<Site> GetEnumerator() => _sites.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
