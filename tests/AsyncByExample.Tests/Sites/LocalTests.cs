using AsyncByExample.Clocks;
using HttpClient = System.Net.Http.HttpClient;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Tests;

public class LocalTests
{
    private static readonly Clock Fast = Clock.Real(speed: 1000);

    [Fact]
    public async Task A_site_answers_under_its_own_URL()
    {
        using var web = TestSites.Load().Local(Fast);
        using var client = new HttpClient(web.Handler);
        var response = await client.GetAsync("http://google.com", TestContext.Current.CancellationToken);
        response.RequestMessage!.RequestUri!.OriginalString.ShouldBe("http://google.com");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.Length.ShouldBe(4096);
        page.ShouldStartWith("<!doctype html><title>google</title>");
    }

    [Fact]
    public void A_site_answers_a_client_that_blocks()
    {
        using var web = TestSites.Load().Local(Fast);
        using var client = new HttpClient(web.Handler);
        using var response = client.Send(
            new HttpRequestMessage(HttpMethod.Get, "http://yahoo.com/news?page=2"),
            TestContext.Current.CancellationToken
        );
        response.EnsureSuccessStatusCode().Content.Headers.ContentLength.ShouldBe(4096);
    }

    [Fact]
    public void Every_site_answers_on_an_event_loop_and_none_of_them_early()
    {
        using var web = TestSites.Load().Local(Clock.Real(speed: 10));
        using var client = new HttpClient(web.Handler);
        var answered = new List<string>();
        EventLoop.Run(() => Task.WhenAll(TestSites.Load().Select(Get)));
        answered.ShouldBe(TestSites.Load().Select(site => site.Name), ignoreOrder: true);

        async Task Get(Site site)
        {
            var start = web.Clock.Now;
            await client.GetStringAsync(site.Url, TestContext.Current.CancellationToken);
            (web.Clock.Now - start).TotalSeconds.ShouldBeGreaterThanOrEqualTo(site.Latency);
            answered.Add(site.Name);
        }
    }

    [Fact]
    public void A_virtual_clock_is_refused_because_it_cannot_wait_for_a_socket() =>
        Should
            .Throw<ArgumentException>(() => TestSites.Load().Local(Clock.Virtual()))
            .Message.ShouldBe(
                "a virtual clock jumps ahead when everyone waits, and cannot wait for a socket: use Sites.Simulated(clock)"
            );

    [Fact]
    public void What_is_opened_fits_the_clock()
    {
        using var simulated = TestSites.Load().Open(Clock.Virtual());
        using var local = TestSites.Load().Open(Fast);
        using var client = new HttpClient(simulated.Handler);
        using var response = client.Send(
            new HttpRequestMessage(HttpMethod.Get, "http://google.com"),
            TestContext.Current.CancellationToken
        );
        simulated.Clock.Now.ShouldBe(TimeSpan.FromSeconds(0.3));
    }
}
