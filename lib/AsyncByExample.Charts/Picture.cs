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

    /// <summary>The table.</summary>
    public override string ToString() => $"{Title}\n\n{Table}";
}
