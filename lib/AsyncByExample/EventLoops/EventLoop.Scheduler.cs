namespace AsyncByExample.EventLoops;

public sealed partial class EventLoop
{
    /// <summary>
    /// Where tasks run that are started from here: on the event loop that runs the calling code; outside a loop on the
    /// thread pool. For what leaves a loop unless it is told not to, such as <c>Parallel.ForEachAsync</c>.
    /// </summary>
    public static TaskScheduler Scheduler => Current is { } loop ? new LoopScheduler(loop) : TaskScheduler.Default;

    // Unlike the one that .NET makes of a synchronization context, it does not say that only one task can be under way.
    private sealed class LoopScheduler(EventLoop loop) : TaskScheduler
    {
        protected override void QueueTask(Task task) => loop.Post(() => TryExecuteTask(task));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
