using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Greenlets;

/// <summary>
/// The event loop that greenlets take turns on, and the control that its thread gives away to them and gets back.
/// </summary>
/// <remarks>
/// A turn is a <see cref="Waiter"/>, who goes on then, or an iterator of those who go on one after the other, each once
/// the one before has let go: so gevent's callbacks switch to greenlets. The main program counts as a greenlet, which
/// goes on when the loop's run is over.
/// </remarks>
internal sealed partial class Hub
{
    private static readonly SendOrPostCallback Turn = static turn => Current.Run(turn!);
    private static readonly TimerCallback Wake = static waiter => ((Waiter)waiter!).Hub.SwitchTo((Waiter)waiter);
    private static readonly TimerCallback Expire = static waiter => ((Waiter)waiter!).Expire();

    [ThreadStatic]
    private static Hub? s_current;

    private readonly ITaskObserver? _example = TaskObserver.Current;
    private readonly bool _isGuest;

    static Hub() => TaskObserver.ExampleEnded += static () => s_current?.EndWithExample();

    private Hub(EventLoop running) => (Loop, _isGuest) = (running, true);

    private Hub(Clock clock) => Loop = new EventLoop(clock) { ReadyFirst = true, NobodyIsLeft = ThrowIfNobodyIsLeft };

    /// <summary>The calling thread's, for the example that is running: on the loop that runs here, if one does.</summary>
    public static Hub Current =>
        EventLoop.Current is { } running
            ? s_current?.Loop == running
                ? s_current
                : s_current = new Hub(running)
            // A new example has a new hub: what another one spawned and never joined does not wake up in it.
            : s_current is { _isGuest: false, _isOver: false } hub
            && hub.Loop.Clock == Clock.Current
            && hub._example == TaskObserver.Current
                ? hub
                : s_current = new Hub(Clock.Current);

    public EventLoop Loop { get; }

    /// <summary>A wait of the calling code: of its greenlet, or of the main program.</summary>
    public static Waiter NewWait(string call, int line = 0, object? on = null) =>
        new(Greenlet.Current?.Hub ?? Current, Greenlet.Current, call, line, on);

    /// <summary>From here on the calling thread, a greenlet's, may act as the loop.</summary>
    public void ActOnThisThread()
    {
        s_current = this;
        Loop.ActOnThisThread();
    }

    /// <summary>Who waits goes on after all who are ready.</summary>
    public void Post(Waiter waiter) => Loop.Post(Turn, waiter);

    /// <summary>All of these go on in one turn, after all who are ready.</summary>
    public void Post(IEnumerator<Waiter> waiters) => Loop.Post(Turn, waiters);

    /// <summary>Who waits goes on after that time.</summary>
    public IDisposable WakeLater(TimeSpan delay, Waiter waiter) =>
        new LoopTimer(Loop, Wake, waiter, delay, System.Threading.Timeout.InfiniteTimeSpan);

    /// <summary>On the calling code's behalf: lets go until somebody wakes it, or throws what it is woken with.</summary>
    /// <param name="timeout">How long at most, in article time; less than zero is zero, as in gevent.</param>
    /// <param name="isSoon">Whether it may well be over before the thread has fallen asleep.</param>
    /// <returns>False when the time is over.</returns>
    public static bool Wait(Waiter waiter, TimeSpan? timeout = null, bool isSoon = true)
    {
        using var timer = timeout is { } limit
            ? new LoopTimer(waiter.Hub.Loop, Expire, waiter, limit, System.Threading.Timeout.InfiniteTimeSpan)
            : null;
        if (waiter.Greenlet is { } greenlet)
            greenlet.LetGo(waiter, isSoon && timeout is null);
        else
            waiter.Hub.LetMainGo(waiter);
        if (waiter.Error is { } error)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return !waiter.HasExpired;
    }
}
