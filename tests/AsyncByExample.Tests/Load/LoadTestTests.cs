using System.Net.Sockets;
using System.Text;
using AsyncByExample.Labs.Load;
using AsyncByExample.Notebook;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Load;

public sealed class LoadTestTests : IDisposable
{
    private readonly Database _database = new(TimeSpan.Zero);
    private readonly Servers _servers;

    public LoadTestTests() => _servers = new Servers(_database);

    public void Dispose() => Recorder.Host = new ExampleHost();

    [Fact]
    public void Every_client_of_every_round_gets_its_answer_from_every_server()
    {
        var load = new LoadTest([1, 256, 3], _database);
        foreach (
            var serve in new Action<TcpListener>[] { _servers.OneAtATime, _servers.AThreadEach, _servers.Asynchronous }
        )
        {
            var result = load.BestOfThree("server", serve);
            result.Rounds.Select(round => round.Clients).ShouldBe([1, 256, 3]);
            result.Rounds.ShouldAllBe(round => round.Waits.SequenceEqual(round.Waits.Order()));
        }
    }

    [Fact]
    public void One_at_a_time_has_one_query_open_on_one_thread()
    {
        var round = new LoadTest([16], _database).BestOfThree("one at a time", _servers.OneAtATime).Rounds[0];
        (round.QueriesAtOnce, round.Threads).ShouldBe((1, 1));
    }

    [Fact]
    public void One_thread_has_all_requests_open_at_once_where_nobody_is_answered_before_the_last_has_asked()
    {
        var (asked, all) = (0, new TaskCompletionSource());
        var load = new LoadTest([8], _database);
        load.BestOfThree("asynchronous", listener => Servers.OnLoop(listener, AnswerTogetherAsync))
            .Rounds.ShouldHaveSingleItem();

        async Task AnswerTogetherAsync(TcpClient client)
        {
            using var connection = new HttpConnection(client);
            var request = await connection.ReadRequestAsync();
            var together = all;
            if (++asked % 8 == 0)
            {
                all = new TaskCompletionSource();
                together.SetResult();
            }
#pragma warning disable VSTHRD003 // All run on one event loop.
            await together.Task;
#pragma warning restore VSTHRD003
            await connection.SendAsync(request.Path);
        }
    }

    [Fact]
    public void A_recording_has_a_lane_for_each_client_which_is_ready_until_the_server_takes_it()
    {
        var run = new LoadTest([1], new Database(TimeSpan.FromMilliseconds(1))).RecordBestOfThree(
            "one at a time",
            new Servers(new Database(TimeSpan.FromMilliseconds(1))).OneAtATime
        );
        run.Example.ShouldBe("one at a time, 4 clients");
        run.Timeline.Lanes.Select(lane => lane.Name).ShouldBe(["client 1", "client 2", "client 3", "client 4"]);
        foreach (var lane in run.Timeline.Lanes)
        {
            lane.Intervals[0].State.ShouldBe(TaskState.Ready);
            lane.Intervals.ShouldContain(interval => interval.State == TaskState.Blocking);
        }
    }

    [Fact]
    public void In_the_asynchronous_server_no_query_blocks()
    {
        var database = new Database(TimeSpan.FromMilliseconds(1));
        var run = new LoadTest([1], database).RecordBestOfThree("asynchronous", new Servers(database).Asynchronous);
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.Zero);
        run.Timeline.Lanes.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Queries_that_are_awaited_are_open_side_by_side_however_short_they_are()
    {
        var database = new Database(TimeSpan.FromMilliseconds(5));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => database.QueryAsync("/news")));
        database.TakeCounts().AtOnce.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_server_that_throws_is_quoted() =>
        Failure(listener =>
            {
                using var client = listener.AcceptTcpClient();
                throw new InvalidOperationException("the disk is full");
            })
            .ShouldMatch(
                "^the server called server answered 0 of 8 clients, then (it ended with InvalidOperationException: the disk is full|client 1 got no answer: .*)$"
            );

    [Fact]
    public void What_an_answer_of_the_asynchronous_server_throws_ends_the_server_and_is_quoted() =>
        Failure(HttpServer.OnEventLoop(_ => throw new InvalidOperationException("the disk is full")))
            .ShouldMatch(
                "^the server called server answered 0 of 8 clients, then (it ended with InvalidOperationException: the disk is full|client . got no answer: .*)$"
            );

    [Fact]
    public void A_server_that_just_returns_is_told() =>
        Failure(_ => { }).ShouldStartWith("the server called server answered 0 of 8 clients, then ");

    [Fact]
    public void A_handler_that_fails_unseen_is_told_by_the_client_that_got_no_answer() =>
        Failure(listener =>
                Servers.OnLoop(
                    listener,
                    client =>
                    {
                        client.Dispose();
                        return Task.FromException(new InvalidOperationException());
                    }
                )
            )
            .ShouldContain("got no answer: ");

    [Fact]
    public void Another_answer_than_success_is_told() =>
        Failure(listener =>
                Servers.OnLoop(listener, client => SayAsync(client, "HTTP/1.1 500 Internal Server Error\r\n\r\n"))
            )
            .ShouldContain(
                "got no answer: Response status code does not indicate success: 500 (Internal Server Error)."
            );

    [Fact]
    public void An_answer_that_is_cut_off_is_no_answer() =>
        Failure(listener =>
                Servers.OnLoop(
                    listener,
                    client => SayAsync(client, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                )
            )
            .ShouldContain("got no answer: ");

    [Fact]
    public void A_server_that_never_answers_is_given_up()
    {
        using var never = new SemaphoreSlim(0);
        var load = new LoadTest([4], _database) { Patience = TimeSpan.FromMilliseconds(1) };
        Should
            .Throw<InvalidOperationException>(() =>
                load.BestOfThree("stuck", listener => Servers.OnLoop(listener, _ => Task.Delay(Timeout.Infinite)))
            )
            .Message.ShouldBe(
                "the server called stuck answered 0 of 8 clients, then nobody for 1.0 ms: it is stuck in something that does not end"
            );
    }

    [Fact]
    public void After_a_failure_the_next_run_works()
    {
        Failure(_ => { });
        new LoadTest([4], _database).BestOfThree("server", _servers.Asynchronous).Rounds.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_reader_who_stops_it_need_not_wait_for_a_server_that_never_answers()
    {
        using var reader = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
        Recorder.Host = new NotebookHost(() => reader.Token, show: null);
        Should.Throw<OperationCanceledException>(() =>
            new LoadTest([4], _database).BestOfThree(
                "stuck",
                listener => Servers.OnLoop(listener, _ => Task.Delay(Timeout.Infinite))
            )
        );
    }

    [Theory]
    [InlineData(0, "clients[1] is 0, and this machine can play from 1 to 1000 clients: change the knob called clients")]
    [InlineData(
        -3,
        "clients[1] is -3, and this machine can play from 1 to 1000 clients: change the knob called clients"
    )]
    [InlineData(
        100_000,
        "clients[1] is 100000, and this machine can play from 1 to 1000 clients: change the knob called clients"
    )]
    public void A_number_of_clients_that_cannot_be_is_refused(int clients, string sentence) =>
        Should.Throw<ArgumentException>(() => new LoadTest([1, clients], _database)).Message.ShouldBe(sentence);

    [Fact]
    public void Nobody_at_all_is_refused() =>
        Should
            .Throw<ArgumentException>(() => new LoadTest([], _database))
            .Message.ShouldContain("the knob called clients");

    [Fact]
    public void A_negative_query_time_is_refused() =>
        Should
            .Throw<ArgumentException>(() => new Database(TimeSpan.FromMilliseconds(-5)))
            .Message.ShouldBe("a query takes from 0 to 10,000 ms, not -5: change the knob called query");

    [Fact]
    public void A_test_that_would_take_more_than_a_minute_is_refused() =>
        Should
            .Throw<ArgumentException>(() => new LoadTest([256], new Database(TimeSpan.FromSeconds(1))))
            .Message.ShouldBe(
                "one at a time, 256 queries of 1000 ms take 256 s: make the knobs called clients or query smaller"
            );

    private string Failure(Action<TcpListener> serve) =>
        Should
            .Throw<InvalidOperationException>(() => new LoadTest([4], _database).BestOfThree("server", serve))
            .Message;

    private static async Task SayAsync(TcpClient client, string answer)
    {
        using var connection = new HttpConnection(client);
        await connection.ReadRequestAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
    }
}
