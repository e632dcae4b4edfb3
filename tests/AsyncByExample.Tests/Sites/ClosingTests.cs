using System.Net;
using System.Net.Sockets;
using AsyncByExample.Clocks;
using AsyncByExample.Sites;
using HttpClient = System.Net.Http.HttpClient;

namespace AsyncByExample.Tests;

/// <summary>A run that is stopped halfway leaves nothing behind.</summary>
public class ClosingTests
{
    private static readonly Clock Fast = Clock.Real(speed: 1000);

    [Fact(Timeout = 10_000)]
    public async Task Requests_that_wait_fail_when_the_sites_are_closed_and_the_port_is_free_again()
    {
        var (port, sites) = (FreePort(), TestSites.Load().With("google", fault: SiteFault.NeverAnswers));
        for (var run = 0; run < 2; run++)
        {
            using var web = sites.Local(Fast, port);
            using var client = new HttpClient(web.Handler);
            var waiting = client.GetStringAsync("http://google.com", TestContext.Current.CancellationToken);
            await client.GetStringAsync("http://yahoo.com", TestContext.Current.CancellationToken);
            web.Dispose();
            await Should.ThrowAsync<HttpRequestException>(waiting);
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task A_body_that_is_on_its_way_is_cut_when_the_sites_are_closed()
    {
        using var web = TestSites.Load().With("google", latency: 3600, fault: SiteFault.SlowBody).Local(Fast);
        using var client = new HttpClient(web.Handler);
        var waiting = client.GetStringAsync("http://google.com", TestContext.Current.CancellationToken);
        await client.GetStringAsync("http://yahoo.com", TestContext.Current.CancellationToken);
        web.Dispose();
        await Should.ThrowAsync<HttpRequestException>(waiting);
    }

    [Fact]
    public void A_request_to_sites_that_are_closed_is_told_so()
    {
        var web = TestSites.Load().Local(Fast);
        using var client = new HttpClient(web.Handler);
        web.Dispose();
        web.Dispose();
        Should
            .Throw<InvalidOperationException>(() =>
                client.Send(
                    new HttpRequestMessage(HttpMethod.Get, "http://google.com"),
                    TestContext.Current.CancellationToken
                )
            )
            .Message.ShouldBe("these sites are closed: run the cell again that opens them");
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_leaves_the_sites_open()
    {
        using var web = TestSites.Load().Local(Fast);
        for (var run = 0; run < 2; run++)
        {
            using var client = new HttpClient(web.Handler);
            await client.GetStringAsync("http://google.com", TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        using var first = TestSites.Load().Local(Fast);
        using var second = TestSites.Load().With("google", bodyBytes: 1).Local(Fast);
        foreach (var (web, length) in new[] { (first, 4096), (second, 1) })
        {
            using var client = new HttpClient(web.Handler);
            var page = await client.GetStringAsync("http://google.com", TestContext.Current.CancellationToken);
            page.Length.ShouldBe(length);
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
