using AsyncByExample.EventLoops;

namespace AsyncByExample.Labs.Days;

/// <summary>
/// Turns of an event loop's thread by priority: of all tasks that ask for one, the most important gets the next. A turn
/// ends at the task's next await, and is never taken away before.
/// </summary>
public sealed class PriorityTurns
{
    private readonly PriorityQueue<TaskCompletionSource, (int Priority, long Order)> _asking = new();
    private long _asked;
    private bool _isArranged;

    /// <summary>Completes when the calling task's turn has come; until then it is ready.</summary>
    /// <param name="priority">The smaller, the more important; among equals, who asked first.</param>
    /// <exception cref="InvalidOperationException">The calling code is on no event loop.</exception>
    public async Task TurnAsync(int priority)
    {
        using var ready = Recorder.Ready();
        var turn = new TaskCompletionSource();
        _asking.Enqueue(turn, (priority, _asked++));
        Arrange();
        await turn.Task;
    }

    // As a timer that is due at once, it comes after all that became due while somebody had the thread: what has
    // happened meanwhile is known before the next turn is given.
    private void Arrange()
    {
        if (_isArranged)
            return;
        var loop =
            EventLoop.Current
            ?? throw new InvalidOperationException("turns are an event loop's: ask for one inside EventLoop.Run(...)");
        _isArranged = true;
        loop.CallLater(TimeSpan.Zero, GiveNext);
    }

    // The task goes on inside SetResult, up to its next await.
    private void GiveNext()
    {
        _isArranged = false;
        _asking.Dequeue().SetResult();
        if (_asking.Count > 0)
            Arrange();
    }
}
