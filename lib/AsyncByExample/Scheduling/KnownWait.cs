namespace AsyncByExample.Scheduling;

/// <summary>That a thread waits in a call of the library that says so: nobody else needs to wonder why it stands still.</summary>
internal sealed class KnownWait : IDisposable
{
    [ThreadStatic]
    private static KnownWait? s_mine;

    private volatile int _depth;

    /// <summary>The calling thread's.</summary>
    public static KnownWait OfThisThread => s_mine ??= new KnownWait();

    /// <summary>Whether it does just now. Safe from any thread.</summary>
    public bool IsUnderWay => _depth > 0;

    /// <summary>Until what is returned is disposed, the calling thread does.</summary>
    public static IDisposable Begin()
    {
        var mine = OfThisThread;
        mine._depth++;
        return mine;
    }

    /// <inheritdoc/>
    public void Dispose() => _depth--;
}
