using System.Runtime.CompilerServices;

namespace AsyncByExample.Labs.Load;

/// <summary>
/// Stands in for a database on another machine: every query takes a while, and needs nothing of this machine
/// meanwhile. It counts who asks.
/// </summary>
public sealed class Database
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _threads = [];
    private int _atOnce;
    private int _mostAtOnce;

    /// <summary>A database whose queries take <paramref name="query"/> of real time.</summary>
    /// <exception cref="ArgumentException">The time is negative or longer than ten seconds.</exception>
    public Database(TimeSpan query)
    {
        if (query < TimeSpan.Zero || query > TimeSpan.FromSeconds(10))
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"a query takes from 0 to 10,000 ms, not {query.TotalMilliseconds:0.###}: change the knob called query"
                )
            );
        QueryTime = query;
    }

    /// <summary>How long a query takes.</summary>
    public TimeSpan QueryTime { get; }

    /// <summary>Asks, and holds the calling thread until the answer is there.</summary>
    /// <returns>The page that was asked for.</returns>
    public string Query(
        string path,
        TimeSpan? takes = null,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var asking = Asking();
        using (Recorder.Current?.Blocks(member, file, line))
            Thread.Sleep(takes ?? QueryTime);
        return Page(path);
    }

    /// <summary>Asks, and lets go of the thread until the answer is there.</summary>
    /// <returns>The page that was asked for.</returns>
    public async Task<string> QueryAsync(string path, TimeSpan? takes = null)
    {
        using var asking = Asking();
        await Task.Delay(takes ?? QueryTime);
        return Page(path);
    }

    /// <summary>The most queries at once and the number of threads that asked, since this was asked last.</summary>
    internal (int AtOnce, int Threads) TakeCounts()
    {
        lock (_lock)
        {
            var counts = (_mostAtOnce, _threads.Count);
            _mostAtOnce = _atOnce;
            _threads.Clear();
            return counts;
        }
    }

    private static string Page(string path) => $"<h1>{path}</h1>";

    private Ending Asking()
    {
        lock (_lock)
        {
            _threads.Add(Environment.CurrentManagedThreadId);
            _mostAtOnce = Math.Max(_mostAtOnce, ++_atOnce);
        }
        return new Ending(this);
    }

    private void End()
    {
        lock (_lock)
            _atOnce--;
    }

    private readonly struct Ending(Database database) : IDisposable
    {
        public void Dispose() => database.End();
    }
}
