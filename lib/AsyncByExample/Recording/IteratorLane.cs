using System.Collections;

namespace AsyncByExample.Recording;

/// <summary>Gives an iterator a lane of its own on the timeline.</summary>
public static class IteratorLane
{
    /// <summary>
    /// The same iterator, whose turns are recorded: running from <c>MoveNext</c> to <c>yield return</c>,
    /// ready from there to its next turn.
    /// </summary>
    /// <param name="task">An iterator method's result.</param>
    /// <param name="name">The task's name, such as <c>Task One</c>.</param>
    public static IEnumerator OnLane(this IEnumerator task, string name) =>
        Recorder.Current is { } recorder ? new Recorded(task, recorder.Announce(name)) : task;

    private sealed class Recorded(IEnumerator task, Lane lane) : IEnumerator
    {
        public object? Current => task.Current;

        public bool MoveNext()
        {
            using var turn = Recorder.Enter(lane, TaskState.Ready);
            var goesOn = task.MoveNext();
            if (!goesOn)
                Recorder.LeaveForGood();
            return goesOn;
        }

        public void Reset() => task.Reset();
    }
}
