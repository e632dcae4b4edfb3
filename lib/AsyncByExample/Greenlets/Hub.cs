using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Greenlets;

/// <summary>
/// The event loop that greenlets take turns on, and the control that its thread gives away to them and gets back.
/// </summary>
internal sealed class Hub(EventLoop loop)
{
    private const int YieldsBeforeSleep = 50;

    [ThreadStatic]
    private static Hub? s_current;

    private readonly ITaskObserver? _example = TaskObserver.Current;
    private readonly SemaphoreSlim _back = new(0);

    private bool _isGuest;

    /// <summary>The calling thread's, for the example that is running: on the loop that runs here, if one does.</summary>
    public static Hub Current =>
        EventLoop.Current is { } running
            ? s_current?.Loop == running
                ? s_current
                : s_current = new Hub(running) { _isGuest = true }
            // A new example has a new hub: what another one spawned and never joined does not wake up in it.
            : s_current is { _isGuest: false } hub
            && hub.Loop.Clock == Clock.Current
            && hub._example == TaskObserver.Current
                ? hub
                : s_current = new Hub(new EventLoop(Clock.Current));

    public EventLoop Loop => loop;

    /// <summary>From here on the calling thread, a greenlet's, may act as the loop.</summary>
    public void ActOnThisThread()
    {
        s_current = this;
        loop.ActOnThisThread();
    }

    /// <summary>On the loop's thread: waits until the control comes back, by way of any number of greenlets.</summary>
    public void WaitForControl() => WaitFor(_back);

    /// <summary>On a greenlet's thread: it has nobody to hand the control to but the loop.</summary>
    public void GiveBack() => _back.Release();

    // Most turns are short. To give the processor to the others for a while costs less than to fall asleep and be woken,
    // and less than to spin, which a semaphore would do on its own: that keeps a core from those who have work.
    public static void WaitFor(SemaphoreSlim control)
    {
        for (var yields = 0; yields < YieldsBeforeSleep && control.CurrentCount == 0; yields++)
            System.Threading.Thread.Yield();
        control.Wait();
    }
}
