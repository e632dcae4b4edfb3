namespace AsyncByExample.Deferreds;

/// <summary>What the just-in-time compiler should have seen before a reader's first reactor runs.</summary>
internal static class DeferredWarmUp
{
    /// <summary>Gets a page in each way, in the running example.</summary>
    /// <param name="web">Sites that answer soon.</param>
    /// <param name="url">A page of theirs.</param>
    public static void Run(Web web, string url)
    {
        var reactor = new Reactor();
        new DeferredList([
            Defer.DeferLater(reactor, 0, () => Defer.InlineCallbacks(Steps(web, url, "Task One"))),
            new Cooperator(reactor).Coiterate(Steps(web, url, "Task Two")),
        ]).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static IEnumerator<Deferred> Steps(Web web, string url, string task)
    {
        using var et = ElapsedTime.Start(task, url);
        var page = web.GetPage(url).AddErrback(_ => "");
        page.AddCallback(text => Console.WriteLine($"{text.Length} bytes, elapsed time: {et}"));
        yield return page;
    }
}
