using AsyncByExample.Scheduling;

namespace AsyncByExample.Greenlets;

public partial class Greenlet
{
    internal static readonly ContextCallback RunInContext = static greenlet => ((Greenlet)greenlet!).Run();

    private Carrier? _carrier;
    private LinkedListNode<Greenlet>? _started;
    private object? _task;
    private Waiter? _turn;
    private bool _isToExit;
    private volatile bool _isInterrupted;

    /// <summary>Whether its thread waits, in a call that is none of the library's.</summary>
    internal bool IsBlocked => _carrier is { IsBlocked: true };

    /// <summary>Whether it has not had its first turn.</summary>
    internal bool IsNew => _carrier is null;

    /// <summary>Lets go of the thread for <paramref name="duration"/> of article time; for 0 or less as <see cref="Yield"/>.</summary>
    public static void Sleep(TimeSpan duration)
    {
        Limit.Check(duration, "Greenlet.Sleep");
        if (duration <= TimeSpan.Zero)
        {
            Yield();
            return;
        }
        var waiter = Hub.NewWait("Greenlet.Sleep");
        using var timer = waiter.Hub.WakeLater(duration, waiter);
        Hub.Wait(waiter, isSoon: false);
    }

    /// <summary>Goes to the end of the ready queue, as <c>gevent.sleep(0)</c> does.</summary>
    public static void Yield()
    {
        // Most wake by their turn and by nothing else: then the next one needs nothing new.
        var waiter = s_current?._turn ?? Hub.NewWait("Greenlet.Yield");
        if (s_current is { } greenlet)
            greenlet._turn = null;
        waiter.Hub.Post(waiter);
        Hub.Wait(waiter);
        waiter.WaitAgain();
        if (s_current is { } self)
            self._turn = waiter;
    }

    /// <summary>Lets go of the thread until an operation is complete, wherever it completes.</summary>
    /// <remarks>What the operation throws comes out unchanged.</remarks>
    internal static T Await<T>(Task<T> operation)
    {
        if (!operation.IsCompleted)
        {
            var waiter = Hub.NewWait("an operation");
            var completion = waiter.Hub.AwaitOperation(waiter);
            operation.GetAwaiter().UnsafeOnCompleted(() => waiter.Hub.Post(completion));
            Hub.Wait(waiter, isSoon: false);
        }
#pragma warning disable VSTHRD002 // It is complete.
        return operation.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    /// <summary>It has the control from here on: it starts or goes on, on its own thread.</summary>
    internal void Enter()
    {
        _hub.HasControl(this);
        _hub.Loop.HandOver();
        if (_carrier is null)
            Carrier.Start(this);
        else
            _carrier.Control.Set();
    }

    /// <summary>On its own thread: gives the control away and waits for the next turn.</summary>
    internal void LetGo(Waiter waiter, bool isSoon)
    {
        ThrowIfToEnd();
        Waiting = waiter;
        var observer = TaskObserver.Current;
        var task = _task = observer?.LetsGo();
        var next = _hub.TakeNext();
        if (next != waiter)
        {
            _hub.HandControlTo(next);
            _carrier!.Control.Wait(isSoon);
            _hub.Loop.TakeOver();
        }
        Waiting = null;
        observer?.GoesOn(task);
        ThrowIfToEnd();
    }

    /// <summary>It waits for a lock that can never be free.</summary>
    internal void InterruptLock()
    {
        _isInterrupted = true;
        _carrier?.Interrupt();
    }

    /// <summary>On the thread that is to carry it.</summary>
    internal void IsCarriedBy(Carrier carrier) => (_carrier, _started) = (carrier, _hub.Started(this));

    private void ThrowIfToEnd()
    {
        Cancellation.ThrowIfStopped();
        if (!_hub.IsOver)
            return;
        // Whoever goes on after that is left where it is, as gevent leaves all of them.
        if (_isToExit)
        {
            _hub.HandControlTo(null);
            _carrier!.Control.Wait(isSoon: false);
        }
        _isToExit = true;
        throw new GreenletExit();
    }

    private void Run()
    {
        s_current = this;
        Waiting = null;
        var (value, exception) = Call();
        TaskObserver.Current?.Ends();
        End(value, exception);
    }

    private (object? Value, Exception? Exception) Call()
    {
        try
        {
            return (_run!(), null);
        }
        catch (GreenletExit exit)
        {
            return (exit, null);
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested)
        {
            return default;
        }
        catch (ThreadInterruptedException) when (_isInterrupted)
        {
            return (null, new SynchronizationLockException(HeldLock));
        }
#pragma warning disable CA1031 // As in gevent, a greenlet that throws ends alone: it is reported, and the others go on.
        catch (Exception exception) when (Tell(exception))
#pragma warning restore CA1031
        {
            return (null, exception);
        }
    }

    // As a filter it is told before the using and finally blocks run.
    private static bool Tell(Exception exception)
    {
        TaskObserver.Current?.Fails(exception);
        return true;
    }

    private const string HeldLock =
        "this greenlet waits for a lock that is not released, because who holds it has let go meanwhile and cannot go on: hold no lock across a greenlet's wait, or use a Semaphore of AsyncByExample.Greenlets";

    private void End(object? value, Exception? exception)
    {
        (Ready, Value, Exception, _run) = (true, value, exception, null);
        if (_started is not null)
            _hub.Ended(_started);
        if (exception is not null)
            Console.Error.WriteLine($"a greenlet ended with {exception.GetType().Name}: {exception.Message}");
        Notify();
    }
}
