using System.Collections.Concurrent;
using System.Diagnostics;

namespace AsyncByExample.Labs.Load;

/// <summary>A number of clients that all ask a server at once, each on a connection of its own.</summary>
internal sealed class Burst(string server, int clients, TimeSpan patience) : IDisposable
{
    private readonly BlockingCollection<(TimeSpan At, string? Fault)> _news = [];
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _stop = Recorder.Host.StopRequested();

    /// <summary>How long each client waited for its whole answer, counted from one start for all; shortest first.</summary>
    /// <exception cref="InvalidOperationException">Some client got no answer: what is known of it, in a sentence.</exception>
    /// <exception cref="OperationCanceledException">The reader has stopped it.</exception>
    public IReadOnlyList<TimeSpan> Waits(ServerThread thread)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; i <= clients; i++)
            _ = AskAsync(thread, $"client {i}", start);
        var waits = new List<TimeSpan>(clients);
        while (waits.Count < clients)
            waits.Add(Next(waits.Count));
        waits.Sort();
        return waits;
    }

    /// <summary>The server ended by itself.</summary>
    public void ServerEnded(Exception? fault) =>
        Tell(
            fault is null
                ? "it ended, and accepts nobody any more"
                : $"it ended with {fault.GetType().Name}: {fault.Message}"
        );

    /// <summary>Closes the connections of those that still wait.</summary>
    public void Dispose() => _end.Cancel();

    private async Task AskAsync(ServerThread thread, string name, long start)
    {
        Recorder.Current?.Announce(name);
        try
        {
            await LoadClient.AskAsync(thread.Address, name, _end.Token).ConfigureAwait(false);
            _news.Add((Stopwatch.GetElapsedTime(start), null));
        }
#pragma warning disable CA1031 // Whatever it is, the one who waits for the news says it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Tell($"{name} got no answer: {exception.Message}");
        }
    }

    private TimeSpan Next(int answered)
    {
        if (!_news.TryTake(out var news, (int)patience.TotalMilliseconds, _stop))
            throw Failed(
                answered,
                $"nobody for {Duration.Text(patience, TimeUnit.RealTime)}: it is stuck in something that does not end"
            );
        _stop.ThrowIfCancellationRequested();
        return news.Fault is null ? news.At : throw Failed(answered, news.Fault);
    }

    private void Tell(string fault) => _news.Add((TimeSpan.Zero, fault));

    private InvalidOperationException Failed(int answered, string why) =>
        new($"the server called {server} answered {answered} of {clients} clients, then {why}");
}
