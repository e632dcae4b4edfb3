using System.Runtime.CompilerServices;
using AsyncByExample.Recording;

namespace AsyncByExample.Labs.Days;

/// <summary>Something that a parent has to do: steps in order.</summary>
/// <param name="name">The job's name: its lane in the picture.</param>
/// <param name="priority">How important it is, for who looks at that: the smaller, the more.</param>
/// <param name="steps">What there is to do.</param>
public sealed class Job(string name, int priority, params IReadOnlyList<JobStep> steps)
{
    internal string Name => name;

    internal int Priority => priority;

    internal IReadOnlyList<JobStep> Steps => steps;

    /// <summary>How much of the parent's time it takes.</summary>
    internal int Work => steps.Sum(step => step.Minutes);

    /// <summary>When it can be done at the earliest, in minutes, if nobody else needs the parent.</summary>
    internal int Earliest =>
        steps.Aggregate(
            0,
            (now, step) => Math.Max(now + (step.Machine?.Minutes ?? 0), step.Call?.At ?? 0) + step.Minutes
        );

    /// <summary>A job of equal steps that wait for nothing, such as the pages of a checkbook.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="priority">How important it is: the smaller, the more.</param>
    /// <param name="times">How many steps.</param>
    /// <param name="minutes">How long each takes, zero or more.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static Job InSteps(
        string name,
        int priority,
        int times,
        int minutes,
        [CallerArgumentExpression(nameof(times))] string timesKnob = "",
        [CallerArgumentExpression(nameof(minutes))] string knob = "",
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) =>
        new(
            name,
            priority,
            [
                .. Enumerable
                    .Range(1, JobStep.Checked(times, timesKnob, timesKnob))
                    .Select(step =>
                        JobStep.Work(minutes, FormattableString.Invariant($"{step}"), knob, member, file, line)
                    ),
            ]
        );

    /// <summary>A job that answers calls for attention, the first one first.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="priority">How important it is: the smaller, the more.</param>
    /// <param name="calls">The minutes of the day at which somebody calls, zero or more each.</param>
    /// <param name="within">How many minutes later somebody should be there at the latest.</param>
    /// <param name="minutes">How long each call takes, zero or more.</param>
    /// <exception cref="ArgumentException">The calls are null, or a number is negative.</exception>
    public static Job Answering(
        string name,
        int priority,
        IReadOnlyList<int> calls,
        int within,
        int minutes,
        [CallerArgumentExpression(nameof(calls))] string knob = "",
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (calls is null)
            throw new ArgumentException(
                $"{knob} is null: set the knob called {knob} to a list such as [8, 37, 52], or to []"
            );
        for (var i = 0; i < calls.Count; i++)
            JobStep.Checked(calls[i], $"{knob}[{i}]", knob);
        var source = new SourceLine(member, file, line);
        return new Job(
            name,
            priority,
            [.. calls.Order().Select(minute => JobStep.AfterCall(minute, within, minutes, source))]
        );
    }
}
