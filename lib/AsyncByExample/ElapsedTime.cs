using System.Globalization;
using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;
using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>
/// The article's ET: started, read, printed, in article seconds. Started with a task's name and the work it took,
/// it is also the span of that item on the timeline.
/// </summary>
public sealed class ElapsedTime : IDisposable
{
    private readonly Clock _clock = Clock.Current;
    private readonly TimeSpan _start;
    private readonly Recorder? _recorder = Recorder.Current;
    private Lane? _lane;
    private Action? _finish;
    private (TimeSpan At, int Changes)? _read;

    private ElapsedTime() => _start = _clock.PacedNow;

    /// <summary>Starts counting.</summary>
    public static ElapsedTime Start()
    {
        var et = new ElapsedTime();
        et._recorder?.Started(et._start);
        return et;
    }

    /// <summary>Starts counting, and tells the recorder who works on what until it is disposed.</summary>
    /// <param name="task">The task's name, such as <c>Task One</c>.</param>
    /// <param name="work">What it took from the work queue.</param>
    public static ElapsedTime Start(
        string task,
        object work,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var et = new ElapsedTime();
        if (et._recorder is not { } recorder)
            return et;
        var lane = recorder.LaneNamed(task);
        var entered = Recorder.Enter(lane, TaskState.Waiting);
        var label = Convert.ToString(work, CultureInfo.InvariantCulture) ?? "";
        var item = recorder.Take(lane, label, new SourceLine(member, file, line), et._start);
        var thrownBefore = lane.Thrown;
        et._lane = lane;
        et._finish = () =>
        {
            recorder.NoteWayOut(lane, thrownBefore);
            recorder.Finish(item, et.LastRead);
            entered.Dispose();
        };
        return et;
    }

    /// <summary>Article seconds since the start.</summary>
    public double Seconds
    {
        get
        {
            var now = _clock.PacedNow;
            _read = (now, _lane?.Changes ?? 0);
            _recorder?.Read(now);
            return (now - _start).TotalSeconds;
        }
    }

    /// <summary>The item of work is done.</summary>
    public void Dispose() => _finish?.Invoke();

    // If the task has done nothing since but print, that is when it was done: what it printed and what is drawn are one.
    private TimeSpan? LastRead => _read is var (at, changes) && changes == _lane?.Changes ? at : null;

    /// <summary>Article seconds with one decimal, as the article prints them: <c>17.0</c>.</summary>
    public override string ToString() => Seconds.ToString("F1", CultureInfo.InvariantCulture);
}
