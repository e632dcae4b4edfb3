using AsyncByExample.Charts;

namespace AsyncByExample.Labs.Scale;

/// <summary>
/// How systems are told apart: what was measured just now stands out, threads are red as what blocks, and the recorded
/// ones have a colour for each kind, and a symbol and dashes of their own.
/// </summary>
internal static class CostPalette
{
    public static string Color(CostCurve curve, bool isFirst) =>
        curve.Origin == CostOrigin.Recorded ? KindOf(curve.Version)
        : isFirst ? "@accent"
        : "@blocking";

    public static string Symbol(CostCurve curve, int index) =>
        SeriesPalette.Symbol(index) + (curve.Origin == CostOrigin.Recorded ? "-open" : "");

    public static double Width(CostCurve curve) => curve.Origin == CostOrigin.Measured ? 3 : 1.6;

    public static string Dash(CostCurve curve, int index) =>
        curve.Origin switch
        {
            CostOrigin.Extrapolated => "dot",
            CostOrigin.Recorded => SeriesPalette.Dash(index),
            _ => "solid",
        };

    private static string KindOf(string version) =>
        version.Contains("Python", StringComparison.Ordinal) ? "@guess"
        : version.StartsWith(".NET", StringComparison.Ordinal) ? "@total"
        : "@waiting";
}
