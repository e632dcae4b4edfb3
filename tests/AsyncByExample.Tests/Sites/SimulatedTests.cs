using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Sites;
using CsCheck;
using HttpClient = System.Net.Http.HttpClient;

namespace AsyncByExample.Tests;

public class SimulatedTests
{
    [Fact]
    public void Two_workers_that_await_need_exactly_the_article_s_time() =>
        Run(TestSites.Load(), (sites, client) => Task.WhenAll(Workers(sites, client, 2))).ShouldBe(1.5);

    [Fact]
    public void One_worker_that_awaits_needs_the_sum() =>
        Run(TestSites.Load(), (sites, client) => Task.WhenAll(Workers(sites, client, 1))).ShouldBe(2.8);

    [Fact]
    public void A_client_that_blocks_needs_the_sum()
    {
        using var web = TestSites.Load().Simulated(Clock.Virtual());
        using var client = new HttpClient(web.Handler);
        foreach (var url in TestSites.Load().Urls)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            client.Send(request, TestContext.Current.CancellationToken).Dispose();
        }
        web.Clock.Now.TotalSeconds.ShouldBe(2.8);
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_latencies_and_ties_in_the_order_of_the_requests() =>
        Gen.Int[0, 3]
            .Array[1, 8]
            .Sample(latencies =>
            {
                var sites = new Sites.Sites(
                    latencies.Select((latency, i) => new Site($"{i}", $"http://site{i}.com", latency))
                );
                var answered = new List<string>();
                Run(sites, (_, client) => Task.WhenAll(sites.Select(site => GetAsync(client, site, answered))));
                answered.ShouldBe(sites.OrderBy(site => site.Latency).Select(site => site.Name));
            });

    [Fact]
    public void A_client_that_gives_up_does_so_at_exactly_its_time() =>
        Run(
                TestSites.Load().With("google", fault: SiteFault.NeverAnswers),
                async (_, client) =>
                {
                    using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(7), Clock.Current);
                    await Should.ThrowAsync<TaskCanceledException>(
                        client.GetStringAsync("http://google.com", giveUp.Token)
                    );
                }
            )
            .ShouldBe(7);

    private static double Run(Sites.Sites sites, Func<Sites.Sites, HttpClient, Task> main)
    {
        using var web = sites.Simulated(Clock.Virtual());
        using var client = new HttpClient(web.Handler);
        Recorder.Record("example", web.Clock, LowerBound.NoWaiting([]), () => EventLoop.Run(() => main(sites, client)));
        return web.Clock.Now.TotalSeconds;
    }

    private static IEnumerable<Task> Workers(Sites.Sites sites, HttpClient client, int count)
    {
        var urls = new Queue<string>(sites.Urls);
        return Enumerable.Range(0, count).Select(_ => WorkAsync(urls, client));
    }

    private static async Task WorkAsync(Queue<string> urls, HttpClient client)
    {
        while (urls.TryDequeue(out var url))
            await client.GetStringAsync(url, TestContext.Current.CancellationToken);
    }

    private static async Task GetAsync(HttpClient client, Site site, List<string> answered)
    {
        await client.GetStringAsync(site.Url, TestContext.Current.CancellationToken);
        answered.Add(site.Name);
    }
}
