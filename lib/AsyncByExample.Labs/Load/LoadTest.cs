using System.Net.Sockets;
using AsyncByExample.Clocks;

namespace AsyncByExample.Labs.Load;

/// <summary>
/// Lets many clients ask a server at once, over real sockets on this machine and in real time, and measures how long
/// each of them waits. Every client opens a connection of its own, sends one HTTP/1.1 request and reads the answer;
/// all are timed from one start, so connecting and queueing count.
/// </summary>
public sealed class LoadTest
{
    private const int MostClients = 1000;
    private const int FewClients = 8;
    private const int Attempts = 3;
    private static readonly TimeSpan ShortRound = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<int> _clients;
    private readonly Database _database;

    /// <summary>A test with these numbers of clients, one after the other.</summary>
    /// <exception cref="ArgumentException">A number is out of range, or the test would take more than a minute.</exception>
    public LoadTest(IReadOnlyList<int> clients, Database database)
    {
        Check(clients, database.QueryTime);
        (_clients, _database) = (clients, database);
        Patience = TimeSpan.FromSeconds(5) + database.QueryTime * 2;
    }

    /// <summary>A server that answers nobody for this long is given up.</summary>
    internal TimeSpan Patience { get; init; }

    /// <summary>
    /// Measures a server, after a few requests that are not counted because they warm up the compiler. A short round
    /// is run three times, and counts as it went when the rest of the machine disturbed it least.
    /// </summary>
    /// <param name="server">The server's name, as charts show it.</param>
    /// <param name="serve">The server: it runs on a thread of its own, and accepts from the listener until that throws.</param>
    /// <exception cref="InvalidOperationException">Some client got no answer.</exception>
    public LoadResult BestOfThree(string server, Action<TcpListener> serve)
    {
        Round(server, serve, FewClients);
        return new LoadResult(
            server,
            _database.QueryTime,
            [.. _clients.Select(count => LeastDisturbed(server, serve, count))]
        );
    }

    /// <summary>
    /// Records a few clients that ask at once, for a timeline: a lane for each client's request. Of three recordings
    /// it is the shortest one.
    /// </summary>
    /// <param name="server">The server's name, as charts show it.</param>
    /// <param name="serve">The server: it runs on a thread of its own, and accepts from the listener until that throws.</param>
    /// <param name="clients">How many.</param>
    /// <exception cref="InvalidOperationException">Some client got no answer.</exception>
    public Run RecordBestOfThree(string server, Action<TcpListener> serve, int clients = 4)
    {
        var runs = Enumerable.Range(0, Attempts).Select(_ => Recorded(server, serve, clients)).ToList();
        return runs.Find(run => run.IsStopped) ?? runs.MinBy(run => run.Total)!;
    }

    private Run Recorded(string server, Action<TcpListener> serve, int clients)
    {
        using var burst = new Burst(server, clients, Patience);
        ServerThread? thread = null;
        try
        {
            return Recorder.Record(
                $"{server}, {clients} clients",
                Clock.Real(speed: 1),
                new LowerBound(_database.QueryTime, "all queries side by side"),
                () => burst.Waits(thread = Start(serve, clients, burst)),
                TimeUnit.RealTime
            );
        }
        finally
        {
            thread?.Dispose();
        }
    }

    private LoadRound LeastDisturbed(string server, Action<TcpListener> serve, int clients)
    {
        var best = Round(server, serve, clients);
        for (var attempt = 1; attempt < Attempts && best.Longest < ShortRound; attempt++)
            if (Round(server, serve, clients) is var round && round.Longest < best.Longest)
                best = round;
        return best;
    }

    private LoadRound Round(string server, Action<TcpListener> serve, int clients)
    {
        using var burst = new Burst(server, clients, Patience);
        using var thread = Start(serve, clients, burst);
        _database.TakeCounts();
        var waits = burst.Waits(thread);
        var (atOnce, threads) = _database.TakeCounts();
        return new LoadRound(waits, atOnce, threads);
    }

    private static ServerThread Start(Action<TcpListener> serve, int clients, Burst burst) =>
        new(serve, clients, burst.ServerEnded);

    private static void Check(IReadOnlyList<int> clients, TimeSpan query)
    {
        if (clients is null or [])
            throw new ArgumentException(
                "nobody asks: set the knob called clients to a list such as [1, 4, 16, 64, 256]"
            );
        for (var i = 0; i < clients.Count; i++)
            if (clients[i] is < 1 or > MostClients)
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"clients[{i}] is {clients[i]}, and this machine can play from 1 to {MostClients} clients: change the knob called clients"
                    )
                );
        var oneAtATime = query * clients.Sum();
        if (oneAtATime > LongestTest)
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"one at a time, {clients.Sum()} queries of {query.TotalMilliseconds:0.###} ms take {oneAtATime.TotalSeconds:0} s: make the knobs called clients or query smaller"
                )
            );
    }
}
