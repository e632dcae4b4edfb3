namespace LivePage.Tests;

internal static class Charts
{
    /// <summary>A cell that records one task, which sleeps for a second of virtual time.</summary>
    public const string OneSecond = """
        csharp
        var run = Recorder.Record("one", Clock.Virtual(), LowerBound.OneThread([1]), () => {
            using var et = ElapsedTime.Start("Task One", 1);
            AsyncByExample.Clocks.Thread.Sleep(1000);
        });
        """;
}
