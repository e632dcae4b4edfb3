using System.Collections.Concurrent;
using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

/// <summary>
/// One thread, a ready queue and a heap of timers. async/await posts to it, greenlets hand control back to it,
/// Deferreds call back from it.
/// </summary>
public sealed partial class EventLoop
{
    [ThreadStatic]
    private static EventLoop? s_current;

    private readonly Queue<Turn> _ready = new();
    private readonly ConcurrentQueue<Turn> _inbox = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly PriorityQueue<Turn, (TimeSpan Due, long Order)> _timers = new();
    private long _timersStarted;
    private bool _running;

    /// <summary>A loop that waits on <paramref name="clock"/>.</summary>
    public EventLoop(Clock clock)
    {
        Clock = clock;
        Pace = new Pace(clock);
    }

    /// <summary>The loop that runs the calling code; null outside a loop.</summary>
    public static EventLoop? Current => s_current;

    /// <summary>The clock of the loop's timers.</summary>
    public Clock Clock { get; }

    /// <summary>The loop's time, which its timers are counted from.</summary>
    internal Pace Pace { get; }

    /// <summary>The thread that the loop runs on, or last ran on.</summary>
    public int ThreadId { get; private set; } = Environment.CurrentManagedThreadId;

    /// <summary>Since when the code that runs now could have run, on the loop's clock.</summary>
    internal TimeSpan ReadySince { get; private set; }

    /// <summary>Puts an action at the end of the ready queue. Safe from any thread.</summary>
    public void Post(Action action)
    {
        if (s_current == this)
            _ready.Enqueue(new Turn(action, Pace.Time));
        else
        {
            _inbox.Enqueue(new Turn(action, Clock.Now));
            _wake.Release();
        }
    }

    /// <summary>Puts an action into the ready queue once <paramref name="delay"/> of article time has passed.</summary>
    /// <returns>Disposing it before that takes the timer back.</returns>
    public IDisposable CallLater(TimeSpan delay, Action action)
    {
        var due = Pace.Time + (delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
        var turn = new Turn(action, due);
        if (s_current == this || !_running)
            _timers.Enqueue(turn, (due, _timersStarted++));
        else
            Post(() => _timers.Enqueue(turn, (due, _timersStarted++)));
        return turn;
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
        (s_current, _running, ThreadId) = (this, true, Environment.CurrentManagedThreadId);
        Pace.WokenFor(Clock.Now);
        var stop = Cancellation.Token;
        using var wakeOnStop = stop.UnsafeRegister(static wake => ((SemaphoreSlim)wake!).Release(), _wake);
        try
        {
            while (!isDone())
            {
                stop.ThrowIfCancellationRequested();
                RunPass(isDone);
            }
            stop.ThrowIfCancellationRequested();
        }
        finally
        {
            (s_current, _running) = (null, false);
            Clock.GoOnAt(Pace);
        }
    }

    private void RunPass(Func<bool> isDone)
    {
        CollectPosted();
        CollectDue();
        if (_ready.Count == 0)
            WaitForWork();
        for (var turns = _ready.Count; turns > 0 && !isDone(); turns--)
            Run(_ready.Dequeue());
    }

    private void CollectPosted()
    {
        while (_inbox.TryDequeue(out var turn))
        {
            _wake.Wait(0);
            _ready.Enqueue(turn);
        }
    }

    private void CollectDue()
    {
        var time = Pace.Time;
        TimeSpan? due = null;
        while (_timers.TryPeek(out var turn, out var at) && (at.Due <= time || turn.IsCancelled))
        {
            _timers.Dequeue();
            if (turn.IsCancelled)
                continue;
            due = at.Due;
            _ready.Enqueue(turn);
        }
        Pace.PassFor(due);
    }

    private void WaitForWork()
    {
        TimeSpan? due = _timers.TryPeek(out _, out var next) ? next.Due : null;
        Clock.WaitUntil(due, _wake);
        if (due is { } time && time <= Clock.Now)
            Pace.WokenFor(time);
    }

    private void Run(Turn turn)
    {
        ReadySince = turn.ReadySince;
        turn.Run();
    }

    /// <summary>Lets code on another thread act as the loop while the loop's own thread waits for it.</summary>
    internal static void Lend(EventLoop? loop) => s_current = loop;

    private sealed class Turn(Action action, TimeSpan readySince) : IDisposable
    {
        private Action? _action = action;

        public TimeSpan ReadySince { get; } = readySince;

        public bool IsCancelled => _action is null;

        public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();

        public void Dispose() => _action = null;
    }
}
