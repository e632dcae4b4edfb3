using AsyncByExample.Scheduling;
using SystemThread = System.Threading.Thread;

namespace AsyncByExample.Greenlets;

public sealed partial class Greenlet
{
    private const int StackBytes = 256 * 1024;

    private static readonly SendOrPostCallback FirstTurn = static greenlet => ((Greenlet)greenlet!).Start();
    private static readonly SendOrPostCallback NextTurn = static greenlet => ((Greenlet)greenlet!).Resume();
    private static readonly ContextCallback RunInContext = static greenlet => ((Greenlet)greenlet!).Run();

    // On the hub's thread: hands control over and waits until it comes back, by way of any number of greenlets.
    private void Start()
    {
        // Unlike Start, this takes nothing of the hub's context along: each greenlet enters that by itself.
        new SystemThread(static first => Carry((Greenlet)first!), StackBytes)
        {
            IsBackground = true,
            Name = "greenlet",
        }.UnsafeStart(this);
        _hub.WaitForControl();
    }

    // As Start.
    private void Resume()
    {
        _turn.Release();
        _hub.WaitForControl();
    }

    // On the greenlet's thread: gives control away and waits for the next turn. From greenlet to greenlet it goes
    // directly: by way of the hub it would cost two thread switches.
    private void LetGo()
    {
        Cancellation.ThrowIfStopped();
        var observer = TaskObserver.Current;
        var task = observer?.LetsGo();
        _hub.Loop.TryTakeTurn(NextTurn, out var next);
        if (next != this)
        {
            GiveControlTo((Greenlet?)next, _hub);
            Hub.WaitFor(_turn);
        }
        observer?.GoesOn(task);
        Cancellation.ThrowIfStopped();
    }

    private static void GiveControlTo(Greenlet? next, Hub hub)
    {
        if (next is null)
            hub.GiveBack();
        else
            next._turn.Release();
    }

    // Runs a greenlet on a thread of its own. Once it has ended, the thread is free for others that are still to start.
    private static void Carry(Greenlet first)
    {
        var hub = first._hub;
        hub.ActOnThisThread();
        for (object? greenlet = first; greenlet is not null; hub.Loop.TryTakeTurn(FirstTurn, out greenlet))
            hub.Loop.RunInItsContext(RunInContext, greenlet);
        hub.Loop.TryTakeTurn(NextTurn, out var next);
        GiveControlTo((Greenlet?)next, hub);
    }

    private void Run()
    {
        s_current = this;
        IsStarted = true;
        try
        {
            _run();
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested) { }
#pragma warning disable CA1031 // As in gevent, a greenlet that throws ends alone: it is reported, and the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Exception = exception;
            Console.Error.WriteLine($"a greenlet ended with {exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            TaskObserver.Current?.Ends();
            IsFinished = true;
            foreach (var continuation in _whenFinished)
                continuation();
        }
    }
}
