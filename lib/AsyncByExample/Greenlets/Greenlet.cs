using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Greenlets;

/// <summary>
/// A function that can let go of the thread in the middle of an ordinary call, as gevent's greenlets do.
/// </summary>
/// <remarks>
/// .NET has no second stack to switch to, so a greenlet is a thread of its own of which only one runs at a time:
/// whoever lets go hands control to the next one, or back to the hub (an event loop) where nobody can run. That costs
/// a stack for each greenlet and a thread switch for each turn, which gevent does not pay.
/// The main program counts as a greenlet: what waits there runs the hub meanwhile.
/// </remarks>
public partial class Greenlet : Linkable
{
    [ThreadStatic]
    private static Greenlet? s_current;

    private readonly Hub _hub;
    private readonly int _number;
    private readonly Waiter _start;
    private readonly IDisposable? _startTimer;
    private Func<object?>? _run;

    private protected Greenlet(Func<object?> run, TimeSpan? delay = null, bool startsAtOnce = false)
    {
        _run = run;
        _hub = Hub.Current;
        _number = ++_hub.Spawned;
        Waiting = _start = new Waiter(_hub, this, "Greenlet.Spawn");
        if (startsAtOnce)
            return;
        if (delay is { } later)
            _startTimer = _hub.WakeLater(later, _start);
        else
            _hub.Post(_start);
    }

    /// <summary>The greenlet that runs the calling code; null outside one.</summary>
    public static Greenlet? Current => s_current;

    /// <summary>Whether its function has returned or thrown, or was killed.</summary>
    public bool Ready { get; private set; }

    /// <inheritdoc cref="Ready"/>
    public bool IsFinished => Ready;

    /// <summary>Whether it has ended without an exception; to be killed counts as that.</summary>
    public bool Successful => Ready && Exception is null;

    /// <summary>What its function returned, or the <see cref="GreenletExit"/> that ended it; null as long as it has not.</summary>
    public object? Value { get; private set; }

    /// <summary>What its function threw; null if nothing.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>What it waits for; null while it runs.</summary>
    internal Waiter? Waiting { get; private set; }

    internal override Hub Hub => _hub;

    private protected override bool HasHappened => Ready;

    /// <summary>Lets go until it has ended, and returns its <see cref="Value"/> or throws what it threw, each time.</summary>
    /// <param name="timeout">How long at most, in article time; zero does let the others have their turns.</param>
    /// <param name="block">False does not let go at all.</param>
    /// <exception cref="TimeoutExpiredException">It has not ended in time; it goes on.</exception>
    /// <exception cref="LoopExit">Nobody is left who could go on, and this is the main program.</exception>
    public object? Get(TimeSpan? timeout = null, bool block = true, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Greenlet.Get");
        if (!Ready && block)
            WaitForEnd("Greenlet.Get", line, timeout);
        if (!Ready)
            throw new TimeoutExpiredException("Greenlet.Get", timeout);
        if (Exception is not null)
            ExceptionDispatchInfo.Throw(Exception);
        return Value;
    }

    /// <summary>Lets go until it has ended, whichever way, or until the time is over: ask <see cref="Ready"/>.</summary>
    /// <param name="timeout">How long at most, in article time; null for ever.</param>
    /// <exception cref="LoopExit">Nobody is left who could go on, and this is the main program.</exception>
    public void Join(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Greenlet.Join");
        if (!Ready)
            WaitForEnd("Greenlet.Join", line, timeout);
    }

    /// <summary>The task's name, if it has one, or its number among those of its example.</summary>
    public override string ToString() =>
        $"{_task}" is { Length: > 0 } name ? name : string.Create(CultureInfo.InvariantCulture, $"greenlet {_number}");

    private protected override Waiter NewWait(string call, int line) => NewWait(this, call, line, this);

    private static Waiter NewWait(Greenlet awaited, string call, int line, object on) =>
        new(s_current?._hub ?? (EventLoop.Current is null ? awaited._hub : Hub.Current), s_current, call, line, on);

    private void WaitForEnd(string call, int line, TimeSpan? timeout)
    {
        ThrowIfCurrent(call);
        WaitForIt(call, line, timeout);
    }

    private void ThrowIfCurrent(string call)
    {
        if (s_current == this)
            throw new InvalidOperationException(
                $"{call} waits until a greenlet has ended, and this is the one that calls it: call it from another"
            );
    }
}
