using System.Collections;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>Iterators that note what they do.</summary>
internal sealed class Steps(List<string> events)
{
    public IEnumerator Count(string name, int to)
    {
        for (var i = 1; i <= to; i++)
        {
            events.Add($"{name}{i}");
            yield return null;
        }
    }

    public IEnumerator<Deferred> WaitFor(Deferred<string> page)
    {
        var done = false;
        try
        {
            events.Add("waiting");
            yield return page;
            events.Add($"got {page.Result}");
            done = true;
        }
        finally
        {
            if (!done)
                events.Add("left");
        }
    }
}
