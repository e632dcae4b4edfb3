namespace Notebooks.Tests.Comparison;

/// <summary>
/// The cells whose figures are measured in real time and are others in each run, on whatever kernel. Compared are their
/// states, the forms of their outputs, and which charts they draw, with which traces beside those of the tasks' states.
/// </summary>
internal static class MeasuredCells
{
    // From the first cell whose code starts so; an empty text means all cells.
    private static readonly (string Lesson, string From)[] Measured =
    [
        // Real servers and as many as 256 real clients: how long each of them waited.
        ("00a-why-asynchronous", ""),
        // Digits of pi take the time that they take; of two threads now one prints first and now the other.
        ("09b-computing", "var clock = Clock.Real(speed: 1);"),
        // How long a loop stands still before it is found out, and what a task does that has left its loop.
        ("10b-when-things-go-wrong", "async Task OtherAsync()"),
        // What a task costs, in nanoseconds and bytes, and when the thread pool adds a thread.
        ("11-scale", ""),
    ];

    /// <summary>Whether the moments at which a chart's run printed its lines are others in each run.</summary>
    /// <remarks>
    /// Lessons 10 and 10b run plain tasks on the thread pool. Task.WhenEach hands its results over there, too, and in virtual
    /// time the clock may have jumped on by the time that the loop which prints them gets its turn: on either kernel the
    /// same notebook places these lines now at 0.6 s and now at 0.8. Their order and their text are always the same.
    /// </remarks>
    public static bool PrintAtAnyMoment(string chart) => chart.StartsWith("10", StringComparison.Ordinal);

    /// <summary>The place of the first of them among a lesson's cells, from zero; behind the last if there are none.</summary>
    public static int StartIn(string lesson, IReadOnlyList<string> cells) =>
        Array.Find(Measured, each => each.Lesson == lesson) is { Lesson: not null } measured
            ? cells.Index().First(cell => cell.Item.StartsWith(measured.From, StringComparison.Ordinal)).Index
            : cells.Count;
}
