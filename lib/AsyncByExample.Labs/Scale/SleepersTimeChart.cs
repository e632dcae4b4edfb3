using AsyncByExample.Charts;

namespace AsyncByExample.Labs.Scale;

/// <summary>How much longer than a second it takes until many tasks have slept for one.</summary>
public static class SleepersTimeChart
{
    /// <summary>A line for each system, on logarithmic axes.</summary>
    /// <param name="curves">The first is the one that all is about.</param>
    /// <param name="predict">The reader's guess of the seconds that the first one's most tasks take; null where none was made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The guess is not a number above 1.</exception>
    public static Picture Of(IReadOnlyList<CostCurve> curves, double? predict = null)
    {
        if (predict is not null && !(predict > TaskCost.IdealSeconds && double.IsFinite(predict.Value)))
            throw new ArgumentOutOfRangeException(
                nameof(predict),
                "each task sleeps for 1 second, so a guess is a number above 1: change the knob called predict"
            );
        double[] guess = predict is { } seconds ? [seconds - TaskCost.IdealSeconds] : [];
        var figure = CostPlane.Draw(
            curves,
            "above one second",
            cost => cost.OverIdeal,
            Text,
            guess.Select(over => Guess(curves[0].Costs[^1].Tasks, over)),
            guess
        );
        return new Picture(
            "Tasks that sleep for one second: what all of them take above it",
            figure,
            CostPlane.Table(curves, cost => cost.OverIdeal, Text)
        );
    }

    private static Plotly.NET.Trace Guess(int tasks, double over) =>
        PlotlyFigure.Trace(
            "scatter",
            new
            {
                name = "your guess",
                mode = "markers",
                x = new[] { tasks },
                y = new[] { over },
                marker = new
                {
                    color = "@guess",
                    size = 13,
                    symbol = "star-diamond",
                },
                hovertext = $"your guess: {Text(over)} above one second",
                hoverinfo = "text",
            }
        );

    private static string Text(double seconds) =>
        Duration.Text(TimeSpan.FromSeconds(Math.Round(seconds, 6)), TimeUnit.RealTime);
}
