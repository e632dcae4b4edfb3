using AsyncByExample.EventLoops;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Greenlets;

internal sealed partial class Hub
{
    private readonly AutoResetSignal _back = new();

    // What has begun: each of these still has somebody to switch to.
    private readonly System.Collections.Generic.Queue<IEnumerator<Waiter>> _underWay = new();

    // What the main program waits for; null while it runs.
    private Waiter? _main;
    private int _mainThread;

    private bool MainIsToGoOn => _main is { IsOver: true };

    /// <summary>What the main program, or a greenlet, waits for now; null for nothing.</summary>
    public Waiter? WaitOf(Greenlet? greenlet) => greenlet is null ? _main : greenlet.Waiting;

    /// <summary>On the loop's own thread, in a turn of it: who waits goes on at once, if it still waits.</summary>
    public void SwitchTo(Waiter waiter) => Run(waiter);

    /// <summary>
    /// On a greenlet's thread: takes the next turn in the loop's place. From greenlet to greenlet the control goes
    /// directly; by way of the loop it would cost two thread switches.
    /// </summary>
    /// <returns>Who is to get the control; null for the loop.</returns>
    public Waiter? TakeNext()
    {
        while (!_isOver && !MainIsToGoOn)
        {
            if (TakeUnderWay() is { } waiter)
                return waiter.Greenlet is null ? null : waiter;
            if (!Loop.TryTakeTurn(Turn, out var turn))
                return null;
            if (turn is not Waiter single)
                _underWay.Enqueue((IEnumerator<Waiter>)turn);
            else if (single.TryResume())
                return single.Greenlet is null ? null : single;
        }
        return null;
    }

    /// <summary>On a greenlet's thread: hands over the control.</summary>
    /// <param name="next">What <see cref="TakeNext"/> returned.</param>
    public void HandControlTo(Waiter? next)
    {
        if (next?.Greenlet is { } greenlet)
            greenlet.Enter();
        else
        {
            Loop.HandOver();
            _back.Set();
        }
    }

    private void Run(object turn)
    {
        if (turn is not Waiter waiter)
            _underWay.Enqueue((IEnumerator<Waiter>)turn);
        else if (waiter.TryResume())
            Enter(waiter);
        FinishTurns();
    }

    private void FinishTurns()
    {
        while (!MainIsToGoOn && TakeUnderWay() is { } waiter)
            Enter(waiter);
    }

    private Waiter? TakeUnderWay()
    {
        while (_underWay.TryPeek(out var turn))
        {
            while (turn.MoveNext())
                if (turn.Current.TryResume())
                    return turn.Current;
            _underWay.Dequeue();
        }
        return null;
    }

    private void Enter(Waiter waiter)
    {
        if (waiter.Greenlet is { } greenlet)
            GiveControlTo(greenlet);
    }

    // The main program waits: meanwhile its thread runs the loop.
    private void LetMainGo(Waiter waiter)
    {
        if (EventLoop.Current is not null)
            throw new InvalidOperationException(
                "a turn of an event loop cannot wait as a greenlet does, because only a greenlet can let go of the thread: start this with Greenlet.Spawn"
            );
        if (_isOver)
            throw new InvalidOperationException(
                "this greenlet belongs to an example that is over: spawn and join it in the same example"
            );
        (_main, _mainThread) = (waiter, Environment.CurrentManagedThreadId);
        var observer = TaskObserver.Current;
        var task = observer?.LetsGo();
        try
        {
            Loop.RunUntil(MainGoesOn);
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested)
        {
            // Each gets one more turn, in which its wait throws: its using blocks are left in order.
            EnterAll();
            throw;
        }
        finally
        {
            _main = null;
            observer?.GoesOn(task);
        }
    }

    private bool MainGoesOn()
    {
        // Those who were woken in one turn with the main program come before everybody else.
        if (Environment.CurrentManagedThreadId == _mainThread)
            FinishTurns();
        return MainIsToGoOn;
    }
}
