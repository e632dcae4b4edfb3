namespace AsyncByExample.Greenlets;

/// <summary>
/// A function that can let go of the thread in the middle of an ordinary call, as gevent's greenlets do.
/// </summary>
/// <remarks>
/// .NET has no second stack to switch to, so a greenlet is a thread of its own of which only one runs at a time:
/// whoever lets go hands control to the next one, or back to the hub (an event loop) where nobody can run. That costs
/// a stack for each greenlet and a thread switch for each turn, which gevent does not pay.
/// </remarks>
public sealed partial class Greenlet
{
    [ThreadStatic]
    private static Greenlet? s_current;

    private readonly Hub _hub;
    private readonly Action _run;
    private readonly SemaphoreSlim _turn = new(0);
    private readonly List<Action> _whenFinished = [];

    private bool IsStarted { get; set; }

    private Greenlet(Hub hub, Action run)
    {
        _hub = hub;
        _run = run;
        hub.Loop.Post(FirstTurn, this);
    }

    /// <summary>The greenlet that runs the calling code; null outside one.</summary>
    public static Greenlet? Current => s_current;

    /// <summary>Whether its function has returned or thrown.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>What its function threw; null if nothing.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Creates a greenlet; it starts when the hub gets the thread, at the latest in <see cref="JoinAll"/>.</summary>
    public static Greenlet Spawn(Action run) => new(Hub.Current, run);

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet Spawn<T>(Action<T> run, T argument) => Spawn(() => run(argument));

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet Spawn<T1, T2>(Action<T1, T2> run, T1 first, T2 second) => Spawn(() => run(first, second));

    /// <summary>
    /// Waits until all are finished; meanwhile the hub has the thread. As gevent's <c>joinall</c> it does not throw
    /// what a greenlet threw: that is printed when it happens, and kept in <see cref="Exception"/>.
    /// </summary>
    public static void JoinAll(IEnumerable<Greenlet> greenlets)
    {
        Greenlet[] unfinished = [.. greenlets.Distinct().Where(greenlet => !greenlet.IsFinished)];
        if (unfinished.Length == 0)
            return;
        var left = unfinished.Length;
        if (s_current is { } waiting)
        {
            foreach (var greenlet in unfinished)
                greenlet._whenFinished.Add(() =>
                {
                    if (--left == 0)
                        waiting._hub.Loop.Post(NextTurn, waiting);
                });
            waiting.LetGo();
        }
        else
        {
            foreach (var greenlet in unfinished)
                greenlet._whenFinished.Add(() => left--);
            RunHub(unfinished, () => left == 0);
        }
    }

    private static void RunHub(Greenlet[] greenlets, Func<bool> isDone)
    {
        try
        {
            greenlets[0]._hub.Loop.RunUntil(isDone);
        }
        catch (OperationCanceledException)
        {
            // Each gets one more turn, in which its wait throws: its using blocks are left in order.
            foreach (var greenlet in greenlets.Where(greenlet => greenlet is { IsStarted: true, IsFinished: false }))
                greenlet.Resume();
            throw;
        }
    }

    /// <summary>Lets go of the thread for <paramref name="duration"/> of article time.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not in a greenlet.</exception>
    public static void Sleep(TimeSpan duration) =>
        Inside(greenlet => greenlet._hub.Loop.CallLater(duration, greenlet.Resume));

    /// <summary>Goes to the end of the ready queue, as <c>gevent.sleep(0)</c> does.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not in a greenlet.</exception>
    public static void Yield() => Inside(static greenlet => greenlet._hub.Loop.Post(NextTurn, greenlet));

    /// <summary>Lets go of the thread until an operation is complete, wherever it completes.</summary>
    /// <remarks>What the operation throws comes out unchanged.</remarks>
    internal static T Await<T>(Task<T> operation)
    {
        if (!operation.IsCompleted)
            Inside(greenlet =>
                operation.GetAwaiter().UnsafeOnCompleted(() => greenlet._hub.Loop.Post(NextTurn, greenlet))
            );
#pragma warning disable VSTHRD002 // It is complete.
        return operation.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    private static void Inside(Action<Greenlet> arrangeResume)
    {
        var greenlet =
            s_current
            ?? throw new InvalidOperationException(
                "only a greenlet can let go of the thread: start this with Greenlet.Spawn"
            );
        arrangeResume(greenlet);
        greenlet.LetGo();
    }
}
