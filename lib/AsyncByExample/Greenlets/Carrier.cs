using AsyncByExample.Scheduling;
using SystemThread = System.Threading.Thread;
using SystemThreadState = System.Threading.ThreadState;

namespace AsyncByExample.Greenlets;

/// <summary>
/// A thread that carries greenlets, one after the other: to start one costs as much as fifty switches between two, so
/// that one which has nothing to do waits a while for the next greenlet.
/// </summary>
internal sealed class Carrier
{
    private const int StackBytes = 256 * 1024;
    private const int MostIdle = 1000;
    private const int IdleMilliseconds = 2000;

    private static readonly LinkedList<Carrier> Idle = [];
    private static readonly Lock IdleLock = new();

    private readonly LinkedListNode<Carrier> _place;
    private readonly SystemThread _thread;
    private volatile KnownWait? _wait;
    private Greenlet? _next;

    private Carrier(Greenlet first)
    {
        _place = new LinkedListNode<Carrier>(this);
        _next = first;
        _thread = new SystemThread(static carrier => ((Carrier)carrier!).Run(), StackBytes)
        {
            IsBackground = true,
            Name = "greenlet",
        };
    }

    /// <summary>Where its greenlet waits for the control.</summary>
    public AutoResetSignal Control { get; } = new();

    /// <summary>Whether it stands still, in a call that is none of the library's. Safe from any thread.</summary>
    public bool IsBlocked =>
        _wait is { IsUnderWay: false } && _thread.ThreadState.HasFlag(SystemThreadState.WaitSleepJoin);

    /// <summary>Starts a greenlet, which has the control from here on.</summary>
    public static void Start(Greenlet greenlet)
    {
        if (TakeIdle() is { } idle)
        {
            idle._next = greenlet;
            idle.Control.Set();
            return;
        }
        // Unlike Start, this takes nothing of the caller's context along: each greenlet enters the hub's by itself.
        FutexTable.AddThread();
        var carrier = new Carrier(greenlet);
        carrier._thread.UnsafeStart(carrier);
    }

    /// <summary>Ends the wait that it is in.</summary>
    public void Interrupt() => _thread.Interrupt();

    private static Carrier? TakeIdle()
    {
        lock (IdleLock)
        {
            var place = Idle.Last;
            if (place is not null)
                Idle.Remove(place);
            return place?.Value;
        }
    }

    private void Run()
    {
        _wait = KnownWait.OfThisThread;
        bool isIdle;
        do
        {
            var greenlet = _next!;
            _next = null;
            isIdle = Carry(greenlet);
        } while (isIdle && IsTakenInTime());
        FutexTable.RemoveThread();
    }

    // Runs this greenlet, and then those that are still to start and have nobody ready before them.
    private bool Carry(Greenlet greenlet)
    {
        var hub = greenlet.Hub;
        hub.ActOnThisThread();
        hub.Loop.TakeOver();
        Waiter? next = null;
        do
        {
            if (next is not null)
                hub.HasControl(greenlet = next.Greenlet!);
            greenlet.IsCarriedBy(this);
            hub.Loop.RunInItsContext(Greenlet.RunInContext, greenlet);
            next = hub.TakeNext();
        } while (next is { Greenlet.IsNew: true });
        var isIdle = WaitForAnother();
        hub.HandControlTo(next);
        return isIdle;
    }

    private bool WaitForAnother()
    {
        lock (IdleLock)
        {
            if (Idle.Count >= MostIdle)
                return false;
            Idle.AddLast(_place);
            return true;
        }
    }

    private bool IsTakenInTime()
    {
        if (Control.Wait(isSoon: false, IdleMilliseconds))
            return true;
        lock (IdleLock)
            if (_place.List is not null)
            {
                Idle.Remove(_place);
                return false;
            }
        // Somebody has just taken it, and opens.
        return Control.Wait(isSoon: true);
    }
}
