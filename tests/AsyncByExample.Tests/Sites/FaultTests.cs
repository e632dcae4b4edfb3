using System.Net.Sockets;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Sites;
using HttpClient = System.Net.Http.HttpClient;

namespace AsyncByExample.Tests;

/// <summary>What is wrong with a site looks the same on the server and simulated.</summary>
public class FaultTests
{
    public static readonly TheoryData<SiteFault, string, double> Faults = new()
    {
        { SiteFault.None, "200 with 4096 bytes of http://google.com/", 0.3 },
        { SiteFault.NotFound, "404 with 4096 bytes of http://google.com/", 0.3 },
        { SiteFault.ServerError, "500 with 4096 bytes of http://google.com/", 0.3 },
        { SiteFault.ClosedPort, "HttpRequestException, ConnectionError < SocketException, ConnectionRefused", 0 },
        { SiteFault.SlowBody, "200 with 4096 bytes of http://google.com/", 3 },
        { SiteFault.CutConnection, "HttpRequestException, ResponseEnded < HttpIOException, ResponseEnded", 0.3 },
        { SiteFault.BusyAtFirst, "503 with 4096 bytes of http://google.com/", 0.3 },
        { SiteFault.Moved, "200 with 4096 bytes of http://google.com/moved", 0.6 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_client_that_awaits_sees_it(SiteFault fault, string seen, double seconds)
    {
        foreach (var web in Webs(fault))
            using (web)
            {
                var outcome = "";
                RunOnLoop(web, async client => outcome = await SeeAsync(() => GetAsync(client)));
                outcome.ShouldBe(seen);
                web.Clock.Now.TotalSeconds.ShouldBeGreaterThanOrEqualTo(seconds);
            }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_client_that_blocks_sees_it(SiteFault fault, string seen, double seconds)
    {
        foreach (var web in Webs(fault))
            using (web)
            {
                using var client = new HttpClient(web.Handler);
                See(() => Send(client)).ShouldBe(seen);
                web.Clock.Now.TotalSeconds.ShouldBeGreaterThanOrEqualTo(seconds);
            }
    }

    [Fact]
    public void A_site_that_is_busy_at_first_is_well_from_the_second_visit_on()
    {
        foreach (var web in Webs(SiteFault.BusyAtFirst))
            using (web)
            {
                using var client = new HttpClient(web.Handler);
                new[] { 1, 2, 3 }.Select(_ => See(() => Send(client))[..3]).ShouldBe(["503", "200", "200"]);
            }
    }

    [Fact]
    public void A_site_that_never_answers_is_waited_for_until_the_client_gives_up()
    {
        foreach (var web in Webs(SiteFault.NeverAnswers))
            using (web)
                RunOnLoop(
                    web,
                    async client =>
                    {
                        using var giveUp = new CancellationTokenSource();
                        var page = client.GetStringAsync("http://google.com", giveUp.Token);
                        await client.GetStringAsync("http://yahoo.com", TestContext.Current.CancellationToken);
                        page.IsCompleted.ShouldBeFalse();
                        await giveUp.CancelAsync();
                        await Should.ThrowAsync<TaskCanceledException>(page);
                    }
                );
    }

    [Fact]
    public void A_site_that_never_answers_is_waited_for_until_the_time_is_over()
    {
        foreach (var web in Webs(SiteFault.NeverAnswers))
            using (web)
                Recorder.Record(
                    "timeout",
                    web.Clock,
                    LowerBound.NoWaiting([]),
                    () =>
                    {
                        using var client = new AsyncByExample.Clocks.HttpClient(web.Handler)
                        {
                            Timeout = TimeSpan.FromSeconds(7),
                        };
                        Should
                            .Throw<TimeoutException>(() => client.GetString("http://google.com"))
                            .Message.ShouldBe("http://google.com did not answer within 7 s");
                        web.Clock.Now.TotalSeconds.ShouldBeGreaterThanOrEqualTo(7);
                    }
                );
    }

    [Fact]
    public void Half_of_the_body_comes_before_the_connection_is_cut()
    {
        foreach (var web in Webs(SiteFault.CutConnection))
            using (web)
            {
                using var client = new HttpClient(web.Handler);
                using var response = client.Send(Request(), HttpCompletionOption.ResponseHeadersRead, Never);
                var read = 0;
                var body = response.Content.ReadAsStream(Never);
                Should
                    .Throw<HttpIOException>(() =>
                    {
                        while (body.ReadByte() >= 0)
                            read++;
                    })
                    .HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
                read.ShouldBe(2048);
            }
    }

    [Fact]
    public void Simulated_faults_take_exactly_their_time()
    {
        foreach (var row in Faults)
        {
            using var web = Sites(row.Data.Item1).Simulated(Clock.Virtual());
            RunOnLoop(web, client => SeeAsync(() => GetAsync(client)));
            web.Clock.Now.TotalSeconds.ShouldBe(row.Data.Item3, $"{row.Data.Item1}");
        }
    }

    [Fact]
    public void A_closed_port_names_the_site_and_not_the_server_that_plays_it()
    {
        var refused = new SocketException((int)SocketError.ConnectionRefused).Message;
        foreach (var web in Webs(SiteFault.ClosedPort))
            using (web)
            {
                using var client = new HttpClient(web.Handler);
                Should.Throw<HttpRequestException>(() => Send(client)).Message.ShouldBe($"{refused} (google.com:80)");
            }
    }

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private static Sites.Sites Sites(SiteFault fault) => TestSites.Load().With("google", fault: fault);

    private static IEnumerable<Web> Webs(SiteFault fault) =>
        [Sites(fault).Simulated(Clock.Virtual()), Sites(fault).Local(Clock.Real(speed: 1000))];

    private static void RunOnLoop(Web web, Func<HttpClient, Task> main) =>
        Recorder.Record(
            "example",
            web.Clock,
            LowerBound.NoWaiting([]),
            () =>
                EventLoop.Run(async () =>
                {
                    using var client = new HttpClient(web.Handler);
                    await main(client);
                })
        );

    private static async Task<string> SeeAsync(Func<Task<string>> get)
    {
        try
        {
            return await get();
        }
        catch (Exception problem)
        {
            return Describe(problem);
        }
    }

    private static string See(Func<string> get)
    {
        try
        {
            return get();
        }
        catch (Exception problem)
        {
            return Describe(problem);
        }
    }

    private static string Describe(Exception problem) =>
        problem switch
        {
            HttpRequestException http =>
                $"HttpRequestException, {http.HttpRequestError} < {Describe(http.InnerException!)}",
            HttpIOException io => $"HttpIOException, {io.HttpRequestError}",
            SocketException socket => $"SocketException, {socket.SocketErrorCode}",
            _ => problem.ToString(),
        };

    private static async Task<string> GetAsync(HttpClient client)
    {
        using var response = await client.GetAsync("http://google.com", Never);
        var body = await response.Content.ReadAsByteArrayAsync(Never);
        return $"{(int)response.StatusCode} with {body.Length} bytes of {response.RequestMessage!.RequestUri}";
    }

    private static string Send(HttpClient client)
    {
        using var response = client.Send(Request(), Never);
        using var body = new MemoryStream();
        response.Content.CopyTo(body, null, Never);
        return $"{(int)response.StatusCode} with {body.Length} bytes of {response.RequestMessage!.RequestUri}";
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Get, "http://google.com");
}
