using System.Runtime.CompilerServices;
using AsyncByExample.Recording;

namespace AsyncByExample.Labs.Days;

/// <summary>One step of a job: some minutes of the parent's work, at once or after something has happened.</summary>
public sealed class JobStep
{
    private JobStep(int minutes, string name, SourceLine source) => (Minutes, Name, Source) = (minutes, name, source);

    internal int Minutes { get; }

    /// <summary>What stands above it in the picture; nothing if it is empty.</summary>
    internal string Name { get; }

    /// <summary>The line that made it, which is named where the step holds the parent for long.</summary>
    internal SourceLine Source { get; }

    /// <summary>What the step waits for, and how many minutes after the job has come so far; null where it waits for nothing.</summary>
    internal (string Name, int Minutes)? Machine { get; private init; }

    /// <summary>The minute of the day at which somebody calls, and how many minutes later somebody should be there.</summary>
    internal (int At, int Within)? Call { get; private init; }

    /// <summary>Work that can be done at once.</summary>
    /// <param name="minutes">How long it takes, zero or more.</param>
    /// <param name="name">What stands above it in the picture.</param>
    /// <exception cref="ArgumentException">The minutes are negative.</exception>
    public static JobStep Work(
        int minutes,
        string name = "",
        [CallerArgumentExpression(nameof(minutes))] string knob = "",
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => new(Checked(minutes, knob, knob), name, new SourceLine(member, file, line));

    /// <summary>Work that can be done when a machine is done, which starts as soon as the job has come to this step.</summary>
    /// <param name="machine">What rings: <c>washer</c>.</param>
    /// <param name="runs">How many minutes the machine takes, zero or more.</param>
    /// <param name="minutes">How long the work takes, zero or more.</param>
    /// <param name="name">What stands above it in the picture.</param>
    /// <exception cref="ArgumentException">Some minutes are negative.</exception>
    public static JobStep AfterMachine(
        string machine,
        int runs,
        int minutes,
        string name = "",
        [CallerArgumentExpression(nameof(runs))] string runsKnob = "",
        [CallerArgumentExpression(nameof(minutes))] string knob = "",
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) =>
        new(Checked(minutes, knob, knob), name, new SourceLine(member, file, line))
        {
            Machine = (machine, Checked(runs, runsKnob, runsKnob)),
        };

    internal static JobStep AfterCall(int at, int within, int minutes, SourceLine source) =>
        new(minutes, "", source) { Call = (at, within) };

    internal static int Checked(int minutes, string what, string knob) =>
        minutes >= 0
            ? minutes
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"{what} is {minutes}, and no time of the day is less than 0: change the knob called {knob}"
                )
            );
}
