using System.Collections.Concurrent;

namespace AsyncByExample.Sites;

/// <summary>Which sites have been asked since they were opened. Safe from any thread.</summary>
internal sealed class FirstVisits
{
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether this is the first time that the site is asked; from now on it is not.</summary>
    public bool IsFirst(Site site) => _asked.TryAdd(site.Name, value: true);
}
