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
        RunInContextUntil(() => task is { IsCompleted: true } && Volatile.Read(ref _operations) == 0);
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

    private sealed class LoopContext(EventLoop loop) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => loop.Post(d, state);

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (Current == this)
                d(state);
            else
                throw new NotSupportedException(
                    "an event loop takes work by Post only: waiting for it here could wait for ever"
                );
        }

        public override SynchronizationContext CreateCopy() => this;

        // An async void method started on the loop keeps it alive until it ends.
        public override void OperationStarted() => Interlocked.Increment(ref loop._operations);

        public override void OperationCompleted() => loop.Post(() => Interlocked.Decrement(ref loop._operations));
    }
}
