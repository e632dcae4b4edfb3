using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;

namespace AsyncByExample.Labs.Days;

/// <summary>
/// Rings once, at a time that is known to nobody who waits for it: a washer's buzzer, a child's call. It can be waited
/// for in three ways: by standing beside it, by looking again and again, or by going on with something else until then.
/// </summary>
public sealed class Bell
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
    /// <exception cref="ArgumentException">The minutes are negative.</exception>
    public static Bell After(
        int minutes,
        string task,
        string name,
        [CallerArgumentExpression(nameof(minutes))] string knob = ""
    )
    {
        Check(minutes, knob, knob);
        return new Bell(TimeSpan.FromMinutes(minutes), task, name, null);
    }

    /// <summary>A call for attention at each of these minutes from now, the first one first.</summary>
    /// <param name="minutes">Zero or more each.</param>
    /// <param name="task">Who calls: the lane that it is drawn on.</param>
    /// <param name="within">How many minutes later somebody should be there at the latest.</param>
    /// <exception cref="ArgumentException">The minutes are null, or some are negative.</exception>
    public static IReadOnlyList<Bell> Calls(
        IReadOnlyList<int> minutes,
        string task,
        int within,
        [CallerArgumentExpression(nameof(minutes))] string knob = ""
    )
    {
        if (minutes is null)
            throw new ArgumentException(
                $"{knob} is null: set the knob called {knob} to a list such as [8, 37, 52], or to []"
            );
        for (var i = 0; i < minutes.Count; i++)
            Check(minutes[i], $"{knob}[{i}]", knob);
        return
        [
            .. minutes
                .Order()
                .Select(minute => new Bell(
                    TimeSpan.FromMinutes(minute),
                    task,
                    FormattableString.Invariant($"call at {minute}"),
                    TimeSpan.FromMinutes(within)
                )),
        ];
    }

    private static void Check(int minutes, string what, string knob)
    {
        if (minutes < 0)
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{what} is {minutes}, and nothing rings before the day begins: change the knob called {knob}"
                )
            );
    }

    /// <summary>Stands beside it until it rings: holds the thread.</summary>
    public void Wait(
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using (_recorder?.Blocks(member, file, line))
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
