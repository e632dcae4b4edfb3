using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

public sealed partial class EventLoop
{
    private int _operations;

    /// <summary>
    /// Runs an async method on a new event loop on the calling thread, and returns when it is complete:
    /// every await in it comes back to this thread.
    /// </summary>
    /// <param name="main">The async method. What it throws comes out unchanged.</param>
    /// <exception cref="InvalidOperationException">The thread already runs a loop.</exception>
    public static void Run(Func<Task> main) => new EventLoop(Clock.Current).RunToCompletion(main);

    private void RunToCompletion(Func<Task> main)
    {
        Task? task = null;
        Post(() => WakeAfter(task = main()));
        // One that failed comes out at once, whatever async void methods still run.
        RunInContextUntil(() =>
            task is { IsCompleted: true } && (!task.IsCompletedSuccessfully || Volatile.Read(ref _operations) == 0)
        );
#pragma warning disable VSTHRD002 // The task is complete: this only throws what it threw.
        task!.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    // It may complete on another thread, while the loop waits for a turn.
    private void WakeAfter(Task task) =>
        _ = task.ContinueWith(
            static (_, loop) => ((EventLoop)loop!).Post(static () => { }),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    /// <summary>As <see cref="RunUntil"/>; every await in a turn comes back to this thread.</summary>
    internal void RunInContextUntil(Func<bool> isDone)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new LoopContext(this));
        try
        {
            RunUntil(isDone);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
