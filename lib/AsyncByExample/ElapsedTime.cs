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
    private readonly Action? _finish;

    private ElapsedTime(Action? finish)
    {
        _finish = finish;
        _start = _clock.PacedNow;
    }

    /// <summary>Starts counting.</summary>
    public static ElapsedTime Start() => new(null);

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
        if (Recorder.Current is not { } recorder)
            return new ElapsedTime(null);
        var lane = recorder.LaneNamed(task);
        var entered = Recorder.Enter(lane, TaskState.Waiting);
        var label = Convert.ToString(work, CultureInfo.InvariantCulture) ?? "";
        var item = recorder.Take(lane, label, new SourceLine(member, file, line));
        return new ElapsedTime(() =>
        {
            recorder.Finish(item);
            entered.Dispose();
        });
    }

    /// <summary>Article seconds since the start.</summary>
    public double Seconds => (_clock.PacedNow - _start).TotalSeconds;

    /// <summary>The item of work is done.</summary>
    public void Dispose() => _finish?.Invoke();

    /// <summary>Article seconds with one decimal, as the article prints them: <c>17.0</c>.</summary>
    public override string ToString() => Seconds.ToString("F1", CultureInfo.InvariantCulture);
}
