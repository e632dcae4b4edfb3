namespace Notebooks.Tests.Comparison;

/// <summary>What one cell did otherwise on another kernel.</summary>
/// <param name="Lesson">The notebook.</param>
/// <param name="Cell">The cell's number among all cells, from one.</param>
/// <param name="Kind">What differs: the state, what was printed, an output, a property of a chart.</param>
/// <param name="Ours">On our kernel; null when there is nothing of the kind.</param>
/// <param name="Real">On the kernel of Polyglot Notebooks; null when there is nothing of the kind.</param>
internal sealed record Difference(string Lesson, int Cell, string Kind, string? Ours, string? Real)
{
    private const int Before = 40;
    private const int After = 120;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Lesson}, cell {Cell}, {Kind}:\n  ours: {Shown(Ours)}\n  real: {Shown(Real)}";

    // Charts are long: what counts is where they part.
    private string Shown(string? value)
    {
        if (value is null)
            return "nothing";
        var start = Math.Max(
            0,
            (Ours ?? "").Zip(Real ?? "").TakeWhile(pair => pair.First == pair.Second).Count() - Before
        );
        var piece = value[Math.Min(start, value.Length)..Math.Min(start + Before + After, value.Length)];
        return (start > 0 ? "…" : "") + piece.Replace("\n", "⏎", StringComparison.Ordinal);
    }
}
