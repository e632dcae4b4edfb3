using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Deferreds;

/// <summary>
/// Twisted's reactor, on the library's event loop: it calls back what is due, one call at a time on one thread,
/// until somebody stops it.
/// </summary>
/// <remarks>
/// As Twisted's it runs once: make a new one for each run. An <c>await</c> in a callback comes back to its thread, and
/// a task joins it through <see cref="Defer.FromTask"/>.
/// </remarks>
public sealed class Reactor
{
    private static readonly AsyncLocal<Reactor?> LastMade = new();

    [ThreadStatic]
    private static Reactor? s_running;

    private readonly EventLoop _loop;
    private readonly CancellationTokenSource _ended = new();
    private readonly List<Action> _whenRunning = [];
    private readonly Queue<Action> _next = new();
    private bool _isCalling;
    private bool _hasRun;
    private bool _isStopping;
    private bool _isStopped;

    /// <summary>A reactor that waits on the running example's clock.</summary>
    public Reactor()
    {
        _loop = new EventLoop(Clock.Current);
        LastMade.Value = this;
    }

    /// <summary>The reactor that runs the calling code, or the one that was made last and is still to run.</summary>
    internal static Reactor? Current => s_running ?? (LastMade.Value is { _hasRun: false } made ? made : null);

    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static Reactor Required =>
        Current
        ?? throw new InvalidOperationException(
            "there is no reactor to call back from: make one before this, var reactor = new Reactor();"
        );

    internal UnhandledErrors UnhandledErrors { get; } = new();

    /// <summary>Cancelled when the run is over: what is still under way then is of no use to anybody.</summary>
    internal CancellationToken Ended => _ended.Token;

    /// <summary>Whether <see cref="Run"/> has been called and <see cref="Stop"/> has not.</summary>
    public bool IsRunning => s_running == this && !_isStopping;

    /// <summary>
    /// Runs on the calling thread until <see cref="Stop"/>. Then every Deferred that ended in a failure which nobody
    /// handled is reported on the error output. Twisted does that when such a Deferred is collected as garbage; here
    /// it has a fixed place, so that a run prints the same each time.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs, has run before, or the thread runs another loop.</exception>
    public void Run()
    {
        if (s_running == this)
            throw new InvalidOperationException("this reactor is running already: there is no need to call Run again");
        if (_hasRun)
            throw new InvalidOperationException("a reactor runs once, and this one has: make a new one for each run");
        if (EventLoop.Current is not null)
            throw new InvalidOperationException(
                "an event loop already runs here: call Run of a reactor outside of it, and not in a greenlet either"
            );
        (s_running, _hasRun) = (this, true);
        try
        {
            foreach (var action in _whenRunning)
                Post(action);
            _loop.RunInContextUntil(() => _isStopped);
        }
        finally
        {
            _ended.Cancel();
            UnhandledErrors.Report();
            s_running = null;
        }
    }

    /// <summary>
    /// Lets <see cref="Run"/> return after the call that is being made, and the others that were due together with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">It does not run, or has been stopped already.</exception>
    public void Stop()
    {
        if (!IsRunning)
            throw new InvalidOperationException(
                "a reactor that is not running cannot be stopped: call Stop once, from what it calls back"
            );
        _isStopping = true;
        _loop.Post(() => _isStopped = true);
    }

    /// <summary>
    /// Calls <paramref name="action"/> once <paramref name="delay"/> has passed. What it throws is reported on the
    /// error output, and the reactor goes on.
    /// </summary>
    /// <param name="delay">Article time, zero or more.</param>
    /// <param name="action">What to call.</param>
    /// <exception cref="ArgumentException">The delay is negative.</exception>
    public DelayedCall CallLater(TimeSpan delay, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new DelayedCall(this, delay, action);
    }

    /// <inheritdoc cref="CallLater(TimeSpan, Action)"/>
    /// <param name="seconds">Article seconds, zero or more.</param>
    /// <param name="action">What to call.</param>
    public DelayedCall CallLater(double seconds, Action action) => CallLater(TimeSpan.FromSeconds(seconds), action);

    /// <summary>Calls <paramref name="action"/> when the reactor starts, or at once if it is running.</summary>
    public void CallWhenRunning(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (s_running == this)
            action();
        else
            _whenRunning.Add(action);
    }

    /// <summary>Makes a call of the library's own.</summary>
    internal void Post(Action action) => _loop.Post(() => Call(static action => action(), action));

    /// <summary>Makes a call of the library's own right after the one that is being made, before any other.</summary>
    internal void CallNext(Action action)
    {
        if (_isCalling)
            _next.Enqueue(action);
        else
            Post(action);
    }

    /// <summary>Makes a call of the library's own after all that are due by now.</summary>
    internal void CallSoon(Action action) => StartTimer(TimeSpan.Zero, _ => Call(static it => it(), action), null);

    internal Clock Clock => _loop.Clock;

    internal LoopTimer StartTimer(TimeSpan delay, TimerCallback callback, object? state)
    {
        ThrowIfNegative(delay);
        return new LoopTimer(_loop, callback, state, delay, Timeout.InfiniteTimeSpan);
    }

    internal static void ThrowIfNegative(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero)
            throw new ArgumentException(
                FormattableString.Invariant($"a call can be put off by 0 seconds or more, not by {delay.TotalSeconds}")
            );
    }

    /// <summary>Runs code on the reactor's behalf: what it throws is reported.</summary>
    internal void Call<T>(Action<T> action, T argument)
    {
        _isCalling = true;
        UnhandledErrors.CatchIn("a call of the reactor", action, argument);
        _isCalling = false;
        while (!_isStopping && _next.TryDequeue(out var next))
            UnhandledErrors.CatchIn("a call of the reactor", next);
    }
}
