using System.Globalization;
using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

/// <summary>Lets so many greenlets in at a time: <c>gevent.lock.Semaphore</c>. With one, it is their lock.</summary>
/// <remarks>A <c>lock</c> must not be held by a greenlet that waits; this may be.</remarks>
public sealed class Semaphore : Linkable
{
    /// <summary>One that has room for so many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than none.</exception>
    public Semaphore(int value = 1)
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(
                nameof(value),
                string.Create(CultureInfo.InvariantCulture, $"a Semaphore lets 0 or more in, not {value}")
            );
        Counter = value;
    }

    /// <summary>How many it would let in now.</summary>
    public int Counter { get; private set; }

    /// <summary>Whether it lets nobody in now.</summary>
    public bool Locked => Counter == 0;

    private protected override bool HasHappened => Counter > 0;

    private protected override bool OneByOne => true;

    /// <summary>Lets go until it lets the caller in: at once, where there is room, also before those who wait.</summary>
    /// <param name="timeout">How long at most, in article time; null for ever.</param>
    /// <returns>False when the time is over before.</returns>
    public bool Acquire(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Semaphore.Acquire");
        return TryAcquire() || (WaitForIt("Semaphore.Acquire", line, timeout) && TryAcquire());
    }

    /// <summary>As <see cref="Acquire"/>, without letting go; false where there is no room.</summary>
    public bool TryAcquire()
    {
        if (Counter == 0)
            return false;
        Counter--;
        return true;
    }

    /// <summary>Lets one more in: the first who waits, in a turn of its own.</summary>
    public void Release()
    {
        Counter++;
        Notify();
    }

    /// <summary>Acquires it until what is returned is disposed: <c>using (semaphore.Enter()) { ... }</c>.</summary>
    public IDisposable Enter([CallerLineNumber] int line = 0)
    {
        Acquire(timeout: null, line);
        return new Inside(this);
    }

    private sealed class Inside(Semaphore semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
