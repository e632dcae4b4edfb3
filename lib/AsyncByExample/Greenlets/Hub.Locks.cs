using SystemThreadState = System.Threading.ThreadState;

namespace AsyncByExample.Greenlets;

/// <content>
/// A lock that a greenlet holds while it waits stops the thread of whoever wants it too, and with it all of them. The
/// loop's thread, which waits for the control then, looks now and then in real time whether that has happened.
/// </content>
internal sealed partial class Hub
{
    private const int LookEvery = 50;
    private const int LooksUntilSure = 20;

    // Every count goes through all threads: a millisecond where there are ten thousand.
    private const int FewThreads = 500;
    private const int CountManyEvery = 1000;

    private Greenlet? _running;
    private long _contentions;
    private long _counted;

    /// <summary>This greenlet has the control from here on.</summary>
    public void HasControl(Greenlet greenlet) => Volatile.Write(ref _running, greenlet);

    private void GiveControlTo(Greenlet greenlet)
    {
        // Before it runs: it may find a lock taken at once.
        if (Environment.TickCount64 - _counted >= (_started.Count < FewThreads ? LookEvery : CountManyEvery))
            CountContentions();
        greenlet.Enter();
        if (!_back.Wait(isSoon: true, LookEvery))
            WaitAndLook();
        Loop.TakeOver();
    }

    // Whoever stands still for a second in one wait, which is none of the library's, and which began as somebody found a
    // lock taken, waits for a lock.
    private void WaitAndLook()
    {
        var (suspect, looks) = ((Greenlet?)null, 0);
        do
        {
            var running = Volatile.Read(ref _running);
            if (running is not { IsBlocked: true } && _started.Count < FewThreads)
                CountContentions();
            (suspect, looks) =
                running is { IsBlocked: true } && running == suspect ? (suspect, looks + 1) : (running, 0);
            if (looks == LooksUntilSure && _started.Count > 1 && Monitor.LockContentionCount > _contentions)
                running!.InterruptLock();
        } while (!_back.Wait(isSoon: false, LookEvery));
    }

    private void CountContentions() =>
        (_contentions, _counted) = (Monitor.LockContentionCount, Environment.TickCount64);
}
