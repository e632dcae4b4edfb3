using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>A picture of a run, and the same numbers as text.</summary>
/// <param name="Title">What it shows, in a sentence.</param>
/// <param name="Figure">The Plotly.NET chart. Colours that start with @ are filled in from the reader's theme.</param>
/// <param name="Table">The numbers that are drawn, as a table of plain text.</param>
public sealed record Picture(string Title, GenericChart Figure, string Table)
{
    /// <summary>How it follows the reader through the run; null for a picture that has no such moments.</summary>
    internal Cursor? Cursor { get; init; }

    /// <summary>What is said below it, which the table says too; empty if nothing is.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether there is nothing to draw, and the title says why.</summary>
    internal bool IsSentence { get; private init; }

    /// <summary>In place of a picture of runs that are not there: an editor shows an exception with its stack.</summary>
    /// <param name="sentence">What is missing, and what to do.</param>
    internal static Picture Saying(string sentence) =>
        new(sentence, GenericChart.ofTraceObject(false, new Trace("bar")), "") { IsSentence = true };

    /// <summary>In place of a picture of a run that is null.</summary>
    internal static Picture NoRun { get; } =
        Saying("There is no run to draw yet: run the cell that records it, then this one again.");

    /// <summary>The title, and the table.</summary>
    public override string ToString() => IsSentence ? Title : $"{Title}\n\n{Table}";
}
