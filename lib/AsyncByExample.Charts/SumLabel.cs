namespace AsyncByExample.Charts;

/// <summary>What stands behind a bar: its sum. On a narrow page the axis goes on until there is room for it.</summary>
internal static class SumLabel
{
    /// <param name="at">Where the bar ends, in units of the axis.</param>
    /// <param name="note">What follows the sum in plain letters.</param>
    public static object Of(double at, int row, string sum, string note = "") =>
        new
        {
            x = at,
            y = row,
            text = $"<b>{sum}</b>{note}",
            xanchor = "left",
            xshift = 4,
            behind = true,
            showarrow = false,
        };
}
