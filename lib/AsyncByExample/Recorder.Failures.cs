using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using AsyncByExample.Recording;
using AsyncByExample.Scheduling;

namespace AsyncByExample;

/// <content>
/// Which tasks were ended by an exception. Schedulers that run a task's code tell; of an async method nobody tells, and
/// it is concluded: the exception was the last that was heard of the task, and it came out of it or of its item, or left
/// the item open.
/// </content>
public sealed partial class Recorder
{
    object? ITaskObserver.Task => Holder.Value;

    void ITaskObserver.Fails(Exception exception)
    {
        if (Holder.Value is not { } lane)
            return;
        lock (_lock)
        {
            if (_stopped)
                return;
            lane.Thrown = null;
            lane.Failures.Add(new TaskFailure(Now, exception.Message));
            for (var item = 0; item < _items.Count; item++)
                if (_items[item] is (var owner, { To: null }) && owner == lane.Index)
                    Finish(item, null);
        }
    }

    // Told at every throw, before anybody catches it, and again where an await throws what a task has ended with.
    private void NoteThrow(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (Current != this || thrown.Exception is OperationCanceledException)
            return;
        lock (_lock)
        {
            if (_stopped)
                return;
            var here = Holder.Value;
            foreach (var lane in _lanes.Values)
                if (lane != here && lane.Thrown is { } last && last.Exception == thrown.Exception)
                    lane.Thrown = last with { CameOut = true };
            if (here is not null)
                here.Thrown = new Throw(thrown.Exception, Now, here.Changes, _lines.Count, CameOut: false);
        }
    }

    /// <summary>A task's item is over: by what was thrown in it, if that is on its way out.</summary>
    /// <param name="thrownBefore">What had been thrown in the task when it took the item.</param>
    internal void NoteWayOut(Lane lane, Throw? thrownBefore)
    {
        // Other than nothing only while a finally block runs because of an exception.
        if (Marshal.GetExceptionPointers() == 0)
            return;
        lock (_lock)
            if (lane.Thrown is { } last && !ReferenceEquals(last, thrownBefore))
                lane.Thrown = last with { CameOut = true };
    }

    // Nothing came after it but that the task let go of the thread.
    private TaskFailure? Concluded(Lane lane, List<WorkItem> items) =>
        lane.Thrown is { } last
        && lane.Changes <= last.Changes + 1
        && (last.CameOut || items.Exists(item => item.To is null))
        && !_lines.Skip(last.Lines).Any(line => line.Lane == lane.Name)
            ? new TaskFailure(last.At, last.Exception.Message)
            : null;

    /// <summary>An exception that was thrown in a task.</summary>
    /// <param name="Exception">It.</param>
    /// <param name="At">When, since the example's start.</param>
    /// <param name="Changes">How many times the task's state had been told by then.</param>
    /// <param name="Lines">How many lines had been printed by then.</param>
    /// <param name="CameOut">Whether it ended the item that the task was at, or was thrown again outside of the task.</param>
    internal sealed record Throw(Exception Exception, TimeSpan At, int Changes, int Lines, bool CameOut);
}
