namespace AsyncByExample.Labs.Scale;

/// <summary>Looks again and again at how much memory the process holds, until it is disposed.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _looks;
    private long _peak = Environment.WorkingSet;

    public PeakMemory(TimeSpan every) => _looks = new Timer(_ => Look(), null, every, every);

    /// <summary>The most that was seen so far.</summary>
    public long Bytes => Volatile.Read(ref _peak);

    public void Dispose() => _looks.Dispose();

    private void Look()
    {
        var now = Environment.WorkingSet;
        long seen;
        while ((seen = Volatile.Read(ref _peak)) < now)
            Interlocked.CompareExchange(ref _peak, now, seen);
    }
}
