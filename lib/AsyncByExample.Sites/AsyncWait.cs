using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

/// <summary>Lets go of the thread: on an event loop of the same clock, a wait is one of the loop's timers.</summary>
internal sealed class AsyncWait(Clock clock, CancellationToken cancellationToken) : SimulatedWait
{
    public override async ValueTask ForAsync(TimeSpan duration)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var over = new TaskCompletionSource();
        using var cancelling = cancellationToken.UnsafeRegister(
            (_, token) => OutsideTheLoop(() => over.TrySetCanceled(token)),
            null
        );
        using var timer = clock.CreateTimer(
            _ => OutsideTheLoop(() => over.TrySetResult()),
            null,
            duration,
            Timeout.InfiniteTimeSpan
        );
        await over.Task.ConfigureAwait(false);
    }

    // A thread with a synchronization context hands what does not ask for it to the thread pool, where the client goes
    // on while virtual time jumps ahead without it. Without one, the client goes on right here.
    private static void OutsideTheLoop(Action act)
    {
        var loop = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            act();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(loop);
        }
    }
}
