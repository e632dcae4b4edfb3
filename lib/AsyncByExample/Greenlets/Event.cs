using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

/// <summary>Greenlets wait for it until somebody sets it: <c>gevent.event.Event</c>.</summary>
#pragma warning disable CA1716 // It has the name of what it stands for.
public sealed class Event : Linkable
#pragma warning restore CA1716
{
    /// <summary>Whether it is set.</summary>
    public bool IsSet { get; private set; }

    private protected override bool HasHappened => IsSet;

    /// <summary>Wakes all who wait, in a turn of their own.</summary>
    public void Set()
    {
        IsSet = true;
        Notify();
    }

    /// <summary>Who comes from now on waits again; who waited when it was set is woken all the same.</summary>
    public void Clear() => IsSet = false;

    /// <summary>Lets go until it is set; at once if it is.</summary>
    /// <param name="timeout">How long at most, in article time; null for ever.</param>
    /// <returns>False when the time is over before.</returns>
    /// <exception cref="LoopExit">Nobody is left who could set it, and this is the main program.</exception>
    public bool Wait(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Event.Wait");
        return IsSet || WaitForIt("Event.Wait", line, timeout);
    }
}
