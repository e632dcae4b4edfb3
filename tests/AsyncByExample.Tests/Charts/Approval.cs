using System.Runtime.CompilerServices;
using System.Text.Json;
using AsyncByExample.Charts;
using Plotly.NET;

namespace AsyncByExample.Tests.Charts;

internal static class Approval
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Compares a chart's table and data with those approved before.</summary>
    public static void Of(Picture picture)
    {
        using var figure = JsonDocument.Parse(GenericChart.toFigureJson(picture.Figure));
        var json = JsonSerializer.Serialize(figure, Indented);
        $"{picture}\n{json}\n".ShouldMatchApproved(options =>
            options.SubFolder("Approved").LocateTestMethodUsingAttribute<FactAttribute>().NoDiff()
        );
    }
}
