using System.Net;
using System.Net.Sockets;
using AsyncByExample.Clocks;
using AsyncByExample.Sites;
using HttpClient = System.Net.Http.HttpClient;

namespace AsyncByExample.Tests;

public class LiveTests
{
    [Fact]
    public async Task Without_a_network_the_URL_is_named_and_what_needs_none()
    {
        const string Url = "http://no-such-site.invalid";
        using var web = Sites.Sites.Live();
        using var client = new HttpClient(web.Handler);
        var problem = await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetStringAsync(Url, TestContext.Current.CancellationToken)
        );
        problem.Message.ShouldStartWith($"{Url} cannot be reached (");
        problem.Message.ShouldEndWith("): use Sites.Local(clock), which needs no network");
    }

    [Fact]
    public void A_client_that_blocks_is_told_as_well()
    {
        using var closed = new Socket(SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}";
        using var web = Sites.Sites.Live();
        using var client = new HttpClient(web.Handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var problem = Should.Throw<HttpRequestException>(() =>
            client.Send(request, TestContext.Current.CancellationToken)
        );
        problem.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        problem.Message.ShouldStartWith($"{url} cannot be reached (");
    }

    [Fact]
    public async Task A_client_that_gives_up_is_not_told_that_there_is_no_network()
    {
        using var web = Sites.Sites.Live();
        using var client = new HttpClient(web.Handler);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var giveUp = new CancellationTokenSource();
        var page = client.GetStringAsync($"http://{silent.LocalEndpoint}", giveUp.Token);
        using var connection = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await giveUp.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(page);
    }

    [Fact]
    public void The_real_web_has_the_article_s_pace()
    {
        using var web = Sites.Sites.Live();
        $"{web.Clock}".ShouldBe("Clock.Real(speed: 1)");
    }

    [Fact]
    public void A_timeout_that_is_no_time_is_refused() =>
        Should
            .Throw<ArgumentException>(() => Sites.Sites.Live(TimeSpan.Zero))
            .Message.ShouldBe("a timeout is above 0 s and at most an hour, not 0 s");
}
