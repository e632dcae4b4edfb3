using System.Net;
using System.Net.Sockets;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Sites;
using HttpClient = System.Net.Http.HttpClient;

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

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://google.com")]
    [InlineData("http://google.com:8080")]
    public async Task A_URL_of_none_of_the_sites_is_refused_with_their_names(string url)
    {
        foreach (var web in new[] { TestSites.Load().Local(Fast), TestSites.Load().Simulated(Clock.Virtual()) })
            using (web)
            {
                using var client = new HttpClient(web.Handler);
                var refused = await Should.ThrowAsync<HttpRequestException>(() =>
                    client.GetStringAsync(url, TestContext.Current.CancellationToken)
                );
                refused.HttpRequestError.ShouldBe(HttpRequestError.NameResolutionError);
                refused.Message.ShouldBe(
                    $"{url} is none of the sites, which are http://google.com, http://yahoo.com, http://linkedin.com, http://shutterfly.com, http://mypublisher.com, http://facebook.com"
                );
            }
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Should
            .Throw<IOException>(() => TestSites.Load().Local(Fast, port))
            .Message.ShouldBe(
                $"port {port} of this machine is taken, or not yours to take: leave `port` out, and a free one is taken"
            );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_number_that_is_no_port_is_refused(int port) =>
        Should
            .Throw<ArgumentException>(() => TestSites.Load().Local(Fast, port))
            .Message.ShouldBe($"{port} is not a port: leave `port` out, and a free one is taken");
}
