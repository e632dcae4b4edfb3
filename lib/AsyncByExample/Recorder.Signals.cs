using AsyncByExample.Recording;

namespace AsyncByExample;

public sealed partial class Recorder
{
    private readonly List<Signal> _signals = [];

    /// <summary>Something will call for a task's attention.</summary>
    /// <param name="at">When, on the example's clock.</param>
    /// <returns>What <see cref="Answer"/> takes.</returns>
    internal int Ring(string lane, string name, TimeSpan at, TimeSpan? within)
    {
        lock (_lock)
        {
            _signals.Add(new Signal(lane, name, at - _start, null, within));
            return _signals.Count - 1;
        }
    }

    /// <summary>Somebody came.</summary>
    internal void Answer(int signal)
    {
        lock (_lock)
            if (!_stopped)
                _signals[signal] = _signals[signal] with { Answered = Now };
    }

    /// <summary>Until it is disposed, the task of the calling code is ready whenever it lets go of the thread.</summary>
    internal static IDisposable? Ready()
    {
        if (Holder.Value is not { } lane)
            return null;
        lane.WhenLetGo = TaskState.Ready;
        return new Leaving(() => lane.WhenLetGo = TaskState.Waiting);
    }
}
