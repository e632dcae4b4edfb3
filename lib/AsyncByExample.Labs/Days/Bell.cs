using AsyncByExample.Clocks;
using AsyncByExample.Recording;

namespace AsyncByExample.Labs.Days;

/// <summary>
/// Rings once, at a time that is known to nobody who waits for it: a washer's buzzer, a child's call. It can be waited
/// for in three ways: by standing beside it, by looking again and again, or by going on with something else until then.
/// </summary>
internal sealed class Bell
{
    private readonly Clock _clock = Clock.Current;
    private readonly Recorder? _recorder = Recorder.Current;
    private readonly TimeSpan _due;
    private readonly int _signal;

    private Bell(TimeSpan after, string task, string name, TimeSpan? within)
    {
        _due = _clock.PacedNow + after;
        Name = name;
        _signal = _recorder?.Ring(task, name, _due, within) ?? 0;
    }

    /// <summary>What rings.</summary>
    public string Name { get; }

    /// <summary>Whether it has rung.</summary>
    public bool HasRung => _clock.Now >= _due;

    /// <summary>A bell that rings so many minutes from now.</summary>
    /// <param name="minutes">Zero or more.</param>
    /// <param name="task">Whose it is: the lane that it is drawn on.</param>
    /// <param name="name">What rings.</param>
    /// <param name="within">How many minutes later somebody should be there at the latest; null if nothing is lost by waiting.</param>
    public static Bell After(int minutes, string task, string name, int? within = null) =>
        new(TimeSpan.FromMinutes(minutes), task, name, within is { } soon ? TimeSpan.FromMinutes(soon) : null);

    /// <summary>Stands beside it until it rings: holds the thread.</summary>
    /// <param name="source">The line that waits.</param>
    public void Wait(SourceLine source)
    {
        using (_recorder?.Blocks(source.Member, source.File, source.Line))
            _clock.Sleep(_due - _clock.PacedNow);
    }

    /// <summary>Completes when it rings: lets go of the thread until then.</summary>
    public Task RingAsync() =>
        _due - _clock.PacedNow is var left && left > TimeSpan.Zero ? Task.Delay(left, _clock) : Task.CompletedTask;

    /// <summary>Somebody has come because of it.</summary>
    /// <returns>How many minutes after it rang.</returns>
    public double Answer()
    {
        _recorder?.Answer(_signal);
        return Math.Round(Math.Max((_clock.Now - _due).TotalMinutes, 0), 1);
    }
}
