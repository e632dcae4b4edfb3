using System.Globalization;

namespace AsyncByExample.Greenlets;

/// <summary>One wait of a greenlet, or of the main program: what is woken, once, by whoever comes first.</summary>
/// <param name="hub">Where it waits.</param>
/// <param name="greenlet">Who waits; null for the main program.</param>
/// <param name="call">The call that waits, for who is told that it waits in vain.</param>
/// <param name="line">The line of that call; 0 where unknown.</param>
/// <param name="on">What it waits for: a greenlet, for example.</param>
internal sealed class Waiter(Hub hub, Greenlet? greenlet, string call, int line = 0, object? on = null)
{
    public Hub Hub => hub;

    public Greenlet? Greenlet => greenlet;

    /// <summary>Whether it has been woken.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether what woke it was that its time was over.</summary>
    public bool HasExpired { get; private set; }

    /// <summary>What the call that waits is to throw when it goes on; null if nothing.</summary>
    public Exception? Error { get; set; }

    /// <summary>The wait is over now, and who waits goes on; false if it was over before.</summary>
    public bool TryResume() => !IsOver && (IsOver = true);

    /// <summary>For a wait that was woken by the only one who could.</summary>
    public void WaitAgain() => IsOver = false;

    /// <summary>Its time is over. On the hub's thread.</summary>
    public void Expire()
    {
        HasExpired = !IsOver;
        hub.SwitchTo(this);
    }

    public override string ToString()
    {
        var where = line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        var what =
            on is null ? ""
            : on == greenlet ? " for itself"
            : $" for {on}";
        return $"{greenlet?.ToString() ?? "the main program"} in {call}{where}{what}";
    }
}
