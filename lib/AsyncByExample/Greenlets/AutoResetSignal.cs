using SystemThread = System.Threading.Thread;

namespace AsyncByExample.Greenlets;

/// <summary>Where one thread waits until another hands it the control.</summary>
/// <remarks>
/// Most turns are short. To give the processor to the others for a while costs less than to fall asleep and be woken, and
/// less than to spin, which keeps a core from those who have work. Who is to wait long falls asleep at once: a semaphore
/// would spin first, which costs as much as to start a thread.
/// </remarks>
internal sealed class AutoResetSignal
{
    private const int Yields = 50;

    private const int IsReset = 0;
    private const int IsSet = 1;
    private const int Asleep = 2;

    private readonly object _sleep = new();
    private int _state;

    /// <summary>Lets the one who waits go on, or who comes next.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref _state, IsSet) != Asleep)
            return;
        lock (_sleep)
            Monitor.Pulse(_sleep);
    }

    /// <summary>Waits until it is set, and resets it.</summary>
    /// <param name="isSoon">Whether it is worth while to stay awake at first.</param>
    /// <param name="milliseconds">How long at most, in real time; -1 for ever.</param>
    /// <returns>False when the time is over.</returns>
    public bool Wait(bool isSoon, int milliseconds = System.Threading.Timeout.Infinite)
    {
        for (var yields = isSoon ? Yields : 0; yields > 0 && Volatile.Read(ref _state) != IsSet; yields--)
            SystemThread.Yield();
        if (Interlocked.CompareExchange(ref _state, Asleep, IsReset) == IsReset && !Sleep(milliseconds))
            return false;
        Volatile.Write(ref _state, IsReset);
        return true;
    }

    private bool Sleep(int milliseconds)
    {
        lock (_sleep)
            while (Volatile.Read(ref _state) == Asleep)
                if (!SleepOnce(milliseconds) && Interlocked.CompareExchange(ref _state, IsReset, Asleep) == Asleep)
                    return false;
        return true;
    }

    // Whoever interrupts a thread means the lock that it waited for, and comes too late here.
    private bool SleepOnce(int milliseconds)
    {
        try
        {
            return Monitor.Wait(_sleep, milliseconds);
        }
        catch (ThreadInterruptedException)
        {
            return true;
        }
    }
}
