using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using SystemThread = System.Threading.Thread;

namespace AsyncByExample.Greenlets;

public sealed partial class Greenlet
{
    private const int StackBytes = 256 * 1024;
    private const int YieldsBeforeSleep = 50;

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
        WaitFor(_hub.Back);
    }

    // As Start.
    private void Resume()
    {
        _turn.Release();
        WaitFor(_hub.Back);
    }

    // On the greenlet's thread: gives control away and waits for the next turn. From greenlet to greenlet it goes
    // directly: by way of the hub it would cost two thread switches.
    private void LetGo()
    {
        Cancellation.ThrowIfStopped();
        using (Recorder.LettingGo())
        {
            _hub.TryTakeTurn(NextTurn, out var next);
            if (next != this)
            {
                GiveControlTo((Greenlet?)next, _hub);
                WaitFor(_turn);
            }
        }
        Cancellation.ThrowIfStopped();
    }

    // Most turns are short. To give the processor to the others for a while costs less than to fall asleep and be woken,
    // and less than to spin, which a semaphore would do on its own: that keeps a core from those who have work.
    private static void WaitFor(SemaphoreSlim control)
    {
        for (var yields = 0; yields < YieldsBeforeSleep && control.CurrentCount == 0; yields++)
            SystemThread.Yield();
        control.Wait();
    }

    private static void GiveControlTo(Greenlet? next, EventLoop hub) => (next?._turn ?? hub.Back).Release();

    // Runs a greenlet on a thread of its own. Once it has ended, the thread is free for others that are still to start.
    private static void Carry(Greenlet first)
    {
        var hub = first._hub;
        EventLoop.Lend(hub);
        for (object? greenlet = first; greenlet is not null; hub.TryTakeTurn(FirstTurn, out greenlet))
            hub.RunInItsContext(RunInContext, greenlet);
        hub.TryTakeTurn(NextTurn, out var next);
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
            Recorder.LeaveForGood();
            IsFinished = true;
            foreach (var continuation in _whenFinished)
                continuation();
        }
    }
}
