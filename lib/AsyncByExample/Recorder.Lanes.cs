using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using AsyncByExample.Scheduling;

namespace AsyncByExample;

public sealed partial class Recorder
{
    // The lane on whose behalf the current code runs. It flows with async/await by itself, and the runtime tells
    // every time another lane comes onto a thread: that is how awaits are recorded without a word in the example.
    private static readonly AsyncLocal<Lane?> Holder = new(change =>
    {
        if (change.PreviousValue is { } previous)
            previous.Recorder.LetGo(previous, change.ThreadContextChanged);
        if (change.CurrentValue is { } current)
            current.Recorder.Hold(current, change.ThreadContextChanged);
    });

    // The lane that the current code was last on. That the code lets go of its thread, the runtime tells here too.
    private static readonly AsyncLocal<Lane?> LastLeft = new(change =>
    {
        if (change is { ThreadContextChanged: true, PreviousValue: { } left })
            left.LeftOn = 0;
    });

    private bool _usesLoop;

    /// <summary>
    /// From here to the end of the block, the calling code is the task <paramref name="name"/>: for plain calls,
    /// as in the article's example 1.
    /// </summary>
    /// <param name="name">The task's name, such as <c>Task One</c>.</param>
    public static IDisposable? Lane(string name) =>
        Current is { } recorder ? Enter(recorder.LaneNamed(name), whenLetGo: null) : null;

    /// <summary>Until what is returned is disposed, the calling code is a task.</summary>
    internal static IDisposable Enter(Lane lane, TaskState? whenLetGo)
    {
        var before = Holder.Value;
        if (before != lane)
            Holder.Value = lane;
        return new Leaving(() =>
        {
            if (before == lane)
                return;
            lane.WhenLetGo = whenLetGo;
            Holder.Value = before;
            if (before is null)
                (LastLeft.Value, lane.LeftOn) = (lane, Environment.CurrentManagedThreadId);
        });
    }

    /// <summary>Until what is returned is disposed, the calling code is a task, which says itself what it does then.</summary>
    internal static IDisposable Enter(Lane lane)
    {
        var before = Holder.Value;
        Holder.Value = lane;
        return new Leaving(() => Holder.Value = before);
    }

    /// <summary>The task is created and could run: until its first turn it is ready.</summary>
    internal Lane Announce(string name)
    {
        var lane = LaneNamed(name);
        lock (_lock)
            Add(lane, TaskState.Ready, Now);
        return lane;
    }

    /// <summary>The example's time when a wait that begins now is over.</summary>
    internal TimeSpan After(TimeSpan wait) => Now + wait;

    /// <summary>What the task waited for was over then, and it could run, whoever had the thread.</summary>
    internal void BecameReady(Lane lane, TimeSpan at)
    {
        lock (_lock)
            if (Now is var now && at < now)
                Add(lane, TaskState.Ready, at);
    }

    /// <inheritdoc/>
    public IDisposable? Blocks(string member, string file, int line) => Blocks(new SourceLine(member, file, line));

    IDisposable? ITaskObserver.Blocks() => Blocks(Recording.CallSite.Current());

    private Leaving? Blocks(SourceLine? source)
    {
        if (Holder.Value is not { } lane)
        {
            LastLeft.Value?.LeftOn = 0;
            return null;
        }
        Mark(lane, TaskState.Blocking, source);
        return new Leaving(() => Mark(lane, TaskState.Running, null));
    }

    object? ITaskObserver.LetsGo()
    {
        var lane = Holder.Value;
        if (lane is not null)
            LetGo(lane, resumedByLoop: false);
        else
            LastLeft.Value?.LeftOn = 0;
        return lane;
    }

    void ITaskObserver.GoesOn(object? task)
    {
        if (task is Lane lane)
            Hold(lane, resumedByLoop: true);
    }

    void ITaskObserver.Ends() => LeaveForGood();

    ITurnObserver ITaskObserver.ObserveTurns() => new TurnTimes();

    /// <summary>The calling code's task is finished.</summary>
    internal static void LeaveForGood()
    {
        if (Holder.Value is not { } lane)
            return;
        lane.WhenLetGo = null;
        Holder.Value = null;
    }

    private void Mark(Lane lane, TaskState state, SourceLine? source)
    {
        lock (_lock)
            Add(lane, state, Now, source);
    }

    // The task's own code does something on a thread that is not the loop's: it has left the loop, and is drawn there.
    private void ShowElsewhere(Lane? lane)
    {
        if (
            lane is not { Elsewhere: var (thread, since), IsShownElsewhere: false }
            || thread != Environment.CurrentManagedThreadId
        )
            return;
        lane.IsShownElsewhere = true;
        lane.LeftLoopAt ??= since;
        Add(lane, TaskState.Running, since);
    }

    // An example on an event loop has one thread; what the runtime does elsewhere on a task's behalf is not drawn.
    private bool IsElsewhere(Lane lane, bool threadChanged) =>
        threadChanged && _usesLoop && EventLoop.Current is null && lane.SteppedOn != Environment.CurrentManagedThreadId;

    private void Hold(Lane lane, bool resumedByLoop)
    {
        lock (_lock)
        {
            _usesLoop |= EventLoop.Current is not null;
            if (IsElsewhere(lane, resumedByLoop))
            {
                lane.Elsewhere = (Environment.CurrentManagedThreadId, Now);
                return;
            }
            if (lane.Holders++ > 0)
                return;
            if (resumedByLoop && EventLoop.Current?.Observer is TurnTimes turns)
                Add(lane, TaskState.Ready, turns.ReadySince - _start);
            if (!resumedByLoop)
                GoOnFrom(lane);
            Add(lane, TaskState.Running, Now);
        }
    }

    // Between two items of a task, code that never awaits has run.
    private static void GoOnFrom(Lane lane)
    {
        if (LastLeft.Value is not { } left)
            return;
        if (left == lane && lane.LeftOn == Environment.CurrentManagedThreadId)
            lane.Intervals.HasNotLetGo();
        left.LeftOn = 0;
    }

    private void LetGo(Lane lane, bool resumedByLoop)
    {
        lock (_lock)
        {
            var isElsewhere = IsElsewhere(lane, resumedByLoop);
            if (isElsewhere ? !lane.IsShownElsewhere : --lane.Holders > 0)
                return;
            (lane.Elsewhere, lane.IsShownElsewhere) = (null, false);
            Add(lane, lane.WhenLetGo, Now);
        }
    }

    // Since when the turns of a loop could run: its ready queue is served in order, and so is this one.
    private sealed class TurnTimes : ITurnObserver
    {
        private readonly Queue<TimeSpan> _waiting = new();

        public TimeSpan ReadySince { get; private set; }

        public string Caller() =>
            $"{Holder.Value?.Name ?? "the program"}{(Recording.CallSite.Current() is { } line ? $", at {line}," : "")}";

        public void BecomesReady(TimeSpan at) => _waiting.Enqueue(at);

        public void Begins() => ReadySince = _waiting.Dequeue();
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
