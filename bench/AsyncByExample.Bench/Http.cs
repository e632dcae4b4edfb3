using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;

namespace AsyncByExample.Bench;

/// <summary>n GETs at once of an endpoint that takes 200 ms: first over new connections, then over the same ones.</summary>
internal static class Http
{
    private const int MostThreads = 10_000;

    public static Benchmark Benchmark { get; } =
        new(
            "http",
            [
                ColdAndWarm("loop", Loop),
                ColdAndWarm("greenlet", Greenlets) with
                {
                    Most = MostThreads,
                },
                ColdAndWarm("inlinecallbacks", Reactors),
                ColdAndWarm(
                    "threadpool",
                    (n, url, handler) => Contender.OnThreadPool(() => GetAllAsync(n, url, handler))
                ),
            ]
        )
        {
            Ideal = _ => EndPoint.Latency,
            WarmUpItems = 100,
        };

    private static Contender ColdAndWarm(string system, Action<int, string, HttpMessageHandler> getAll) =>
        new(
            system,
            it =>
            {
                using var handler = new SocketsHttpHandler { UseProxy = false };
                it.Measure(() => getAll(it.N, it.Url, handler), "-cold");
                it.Measure(() => getAll(it.N, it.Url, handler), "-warm");
            }
        );

    private static void Loop(int n, string url, HttpMessageHandler handler) =>
        EventLoop.Run(() => GetAllAsync(n, url, handler));

    private static async Task GetAllAsync(int n, string url, HttpMessageHandler handler)
    {
        using var client = new System.Net.Http.HttpClient(handler, disposeHandler: false);
        await Task.WhenAll(Enumerable.Range(0, n).Select(_ => GetAsync(client, url)));
    }

    private static async Task GetAsync(System.Net.Http.HttpClient client, string url) =>
        Check(await client.GetStringAsync(url));

    private static void Greenlets(int n, string url, HttpMessageHandler handler)
    {
        using var client = new Greenlets.HttpClient(handler);
        Greenlet.JoinAll([.. Enumerable.Range(0, n).Select(_ => Greenlet.Spawn(() => Check(client.GetString(url))))]);
    }

    private static void Reactors(int n, string url, HttpMessageHandler handler)
    {
        using var client = new System.Net.Http.HttpClient(handler, disposeHandler: false);
        var reactor = new Reactor();
        new DeferredList(
            Enumerable
                .Range(0, n)
                .Select(_ => Defer.FromTask(stop => client.GetStringAsync(url, stop)).AddCallback(Check))
        ).AddCallback(_ => reactor.Stop());
        reactor.Run();
    }

    private static void Check(string body)
    {
        if (body.Length != EndPoint.BodyBytes)
            throw new InvalidDataException($"a page of {body.Length} bytes instead of {EndPoint.BodyBytes} came back");
    }
}
