using Plotly.NET;

namespace AsyncByExample.Tests.Charts;

internal static class Figures
{
    /// <summary>What a reader would make who uses Plotly.NET without the library.</summary>
    public static GenericChart Bar()
    {
        var trace = new Trace("bar");
        trace.SetProperty("y", new[] { 1, 2 });
        return GenericChart.ofTraceObject(false, trace);
    }
}
