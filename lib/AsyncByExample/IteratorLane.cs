using System.Collections;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>Gives an iterator a lane of its own on the timeline.</summary>
public static class IteratorLane
{
    /// <summary>
    /// The same iterator, whose turns are recorded: running from <c>MoveNext</c> to <c>yield return</c>,
    /// ready from there to its next turn. One that yields a <see cref="TimeSpan"/> waits for so long first.
    /// </summary>
    /// <param name="task">An iterator method's result.</param>
    /// <param name="name">The task's name, such as <c>Task One</c>.</param>
    public static IEnumerator OnLane(this IEnumerator task, string name) =>
        Recorder.Current is { } recorder ? new Recorded(task, recorder.Announce(name)) : task;

    // The lane's context is made once: to step into it and out again for a turn costs less than to set an async-local.
    private sealed class Recorded(IEnumerator task, Lane lane) : IEnumerator
    {
        private static readonly ContextCallback Turn = static it => ((Recorded)it!).TakeTurn();

        private ExecutionContext? _context;
        private TimeSpan? _due;
        private bool _goesOn;

        public object? Current => task.Current;

        public bool MoveNext()
        {
            if (_due is { } due)
                lane.Recorder.BecameReady(lane, due);
            if (_context is null)
                using (Recorder.Enter(lane))
                    TakeTurn();
            else
            {
                lane.SteppedOn = Environment.CurrentManagedThreadId;
                ExecutionContext.Run(_context, Turn, this);
            }
            return _goesOn;
        }

        public void Reset() => task.Reset();

        private void TakeTurn()
        {
            lane.WhenLetGo = TaskState.Ready;
            _goesOn = task.MoveNext();
            if (!_goesOn)
            {
                Recorder.LeaveForGood();
                return;
            }
            _due = task.Current is TimeSpan wait ? lane.Recorder.After(wait) : null;
            lane.WhenLetGo = _due is null ? TaskState.Ready : TaskState.Waiting;
            _context = ExecutionContext.Capture();
        }
    }
}
