using AsyncByExample.Clocks;
using AsyncByExample.Scheduling;

namespace AsyncByExample.EventLoops;

/// <summary>
/// One thread, a ready queue and the timers. async/await posts to it, greenlets hand control back to it,
/// Deferreds call back from it.
/// </summary>
/// <remarks>
/// The ready queue and the timers belong to the loop's thread and need no lock; what other threads post arrives in an
/// inbox. A turn is a value, so that an await which yields allocates nothing.
/// </remarks>
public sealed partial class EventLoop
{
    private static readonly SendOrPostCallback RunAction = static action => ((Action)action!)();

    [ThreadStatic]
    private static EventLoop? s_current;

    private readonly Queue<Turn> _ready = new();
    private readonly Inbox _inbox;
    private readonly Pace _pace;
    private Func<bool> _isDone = static () => true;
    private CancellationToken _stop;
    private int _turnsLeft;
    private bool _running;
    private bool _isIdle;
    private TimeSpan _awakeSince;

    /// <summary>A loop that waits on <paramref name="clock"/>.</summary>
    public EventLoop(Clock clock)
    {
        _pace = clock.PaceHere();
        _inbox = new Inbox(_pace);
    }

    /// <summary>The loop that runs the calling code; null outside a loop.</summary>
    public static EventLoop? Current => s_current;

    /// <summary>The clock of the loop's timers.</summary>
    public Clock Clock => _pace.Clock;

    /// <summary>The thread that the loop runs on, or last ran on.</summary>
    public int ThreadId { get; private set; } = Environment.CurrentManagedThreadId;

    /// <summary>Who is told of the loop's turns; null for nobody.</summary>
    internal ITurnObserver? Observer { get; private set; }

    /// <summary>Puts an action at the end of the ready queue. Safe from any thread.</summary>
    public void Post(Action action) => Post(RunAction, action);

    /// <inheritdoc cref="Post(Action)"/>
    internal void Post(SendOrPostCallback callback, object? state)
    {
        var turn = new Turn(callback, state);
        if (s_current != this)
        {
            _inbox.Add(turn);
            return;
        }
        _ready.Enqueue(turn);
        Observer?.BecomesReady(_pace.Exact);
    }

    /// <summary>Runs turns on the calling thread until <paramref name="isDone"/>, which is asked after each.</summary>
    /// <exception cref="InvalidOperationException">The thread already runs a loop, or the loop already runs.</exception>
    /// <exception cref="OperationCanceledException">The reader has stopped the example.</exception>
    public void RunUntil(Func<bool> isDone)
    {
        if (s_current is not null || _running)
            throw new InvalidOperationException(
                "an event loop already runs here: await the work instead of running a second loop"
            );
        Begin(isDone);
        using var wakeOnStop = _stop.UnsafeRegister(static inbox => ((Inbox)inbox!).Wake.Release(), _inbox);
        try
        {
            while (!isDone())
            {
                _stop.ThrowIfCancellationRequested();
                RunPass();
            }
            _stop.ThrowIfCancellationRequested();
        }
        finally
        {
            (s_current, _running) = (null, false);
            Clock.GoOnAt(_pace);
        }
    }

    private void Begin(Func<bool> isDone)
    {
        (_isDone, _turnsLeft, _running, ThreadId) = (isDone, 0, true, Environment.CurrentManagedThreadId);
        (_stop, _context) = (Cancellation.Token, ExecutionContext.Capture());
        ActOnThisThread();
        // One that runs again goes on with whom it told of the turns that are still in its queue.
        if (_ready.Count == 0)
            Observer = TaskObserver.Current?.ObserveTurns();
    }

    private void RunPass()
    {
        BeginPass();
        if (_turnsLeft == 0)
            WaitForWork();
        while (_turnsLeft > 0 && !_isDone())
        {
            var turn = TakeTurn();
            turn.Callback(turn.State);
        }
    }

    private void BeginPass()
    {
        _inbox.MoveTo(this);
        // Whoever waits for no timer needs no time of day.
        if (_timers.Count > 0 && !TimersWait())
            CollectDue();
        _turnsLeft = _ready.Count;
    }

    // One wake-up for all timers: the first that is due.
    private void WaitForWork()
    {
        if (!_inbox.TrySleep())
            return;
        var due = _timers.NextDue;
        if (due is null)
            NobodyIsLeft?.Invoke();
        _isIdle = true;
        _pace.Waits();
        Clock.WaitUntil(due is { } at ? _pace.OnClock(at) : null, _inbox.Wake);
        _isIdle = false;
        _inbox.Awake();
        if (due is { } time && _pace.OnClock(time) <= Clock.Now)
            _pace.WokenFor(time);
        if (Observer is not null)
            _awakeSince = _pace.Exact;
    }

    // What came while the loop slept could not run before it was awake: nobody held the thread meanwhile.
    private void BecomesReady(TimeSpan at) => Observer?.BecomesReady(at > _awakeSince ? at : _awakeSince);

    private Turn TakeTurn()
    {
        _turnsLeft--;
        Observer?.Begins();
        return _ready.Dequeue();
    }

    private readonly record struct Turn(SendOrPostCallback Callback, object? State);
}
