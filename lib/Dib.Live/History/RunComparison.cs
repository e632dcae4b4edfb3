using System.Collections.Immutable;
using Dib.Running.Notebooks;
using Dib.Running.Runs;

namespace Dib.Live.History;

/// <summary>Two kept runs beside each other, in words.</summary>
/// <param name="Run">The later one.</param>
/// <param name="Before">The earlier one.</param>
internal sealed record RunComparison(PastRun Run, PastRun Before)
{
    // Less cannot be seen.
    private const double Noticeable = 0.01;

    /// <summary>Whether both count in the same unit, so that they can be drawn on one axis.</summary>
    internal bool IsPossible => UnitOf(Run.Run) == UnitOf(Before.Run);

    /// <summary>How the totals differ, or why they cannot be compared; then which knobs do.</summary>
    internal string Words => $"{(IsPossible ? Totals() : Units())} {Knobs()}".TrimEnd();

    private string Units() =>
        $"{Run.Run.Example} counts {UnitOf(Run.Run)}, and {Before.Run.Example} counts {UnitOf(Before.Run)}: the two cannot be drawn on one axis.";

    private string Totals() =>
        Run.Run.IsSpoilt || Before.Run.IsSpoilt
            ? $"This machine was busy during the {(Run.Run.IsSpoilt ? "later" : "earlier")} run: the totals are not compared."
        : Run.Run.Example != Before.Run.Example ? $"{Run.Run.Example}: {Difference("as long as")} {Before.Run.Example}."
        : $"{Difference("As long as")} the run before.";

    private string Difference(string none)
    {
        var more = Run.Run.Length - Before.Run.Length;
        return Math.Abs(more) <= Noticeable * Math.Max(Run.Run.Length, Before.Run.Length)
            ? none
            : $"{Run.Run.TextOf(Math.Abs(more))} {(more > 0 ? "more" : "less")} than";
    }

    private string Knobs() =>
        (Run.Knobs, Before.Knobs) switch
        {
            (null, null) => "The knobs of both are not known.",
            (null, _) => "The knobs of the later run are not known.",
            (_, null) => "The knobs of the earlier run are not known.",
            ({ IsEmpty: true }, { IsEmpty: true }) => "",
            ({ } now, { } then) => Knobs(now, then),
        };

    private static string Knobs(ImmutableArray<Knob> now, ImmutableArray<Knob> then)
    {
        var names = then.Concat(now).Select(knob => knob.Name).Distinct(StringComparer.Ordinal);
        var changes = names
            .Select(name => Change(name, ValueIn(now, name), ValueIn(then, name)))
            .OfType<string>()
            .ToArray();
        return changes.Length == 0 ? "The knobs are the same." : string.Join("; ", changes) + ".";
    }

    private static string? Change(string name, string? now, string? then) =>
        now == then ? null
        : then is null ? $"{name} was not there and is {now}"
        : now is null ? $"{name} was {then} and is not there"
        : $"{name} was {then} and is {now}";

    private static string? ValueIn(ImmutableArray<Knob> knobs, string name) =>
        knobs.FirstOrDefault(knob => knob.Name == name)?.Value;

    private static string UnitOf(KeptRun run) =>
        !run.IsTimed
            ? "printed lines"
            : run.Unit switch
            {
                KeptUnit.Minutes => "minutes",
                KeptUnit.RealTime => "seconds of this machine",
                _ => "article seconds",
            };
}
