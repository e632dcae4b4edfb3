namespace AsyncByExample.Labs.Scale;

/// <summary>
/// How systems are told apart: what was measured just now stands out, threads are red as what blocks, and the recorded
/// ones have a colour for each kind and a symbol of their own.
/// </summary>
internal static class CostPalette
{
    private static readonly string[] Symbols =
    [
        "circle",
        "square",
        "diamond",
        "triangle-up",
        "cross",
        "x",
        "star",
        "pentagon",
    ];

    public static string Color(CostCurve curve, bool isFirst) =>
        curve.Origin == CostOrigin.Recorded ? KindOf(curve.Version)
        : isFirst ? "@accent"
        : "@blocking-edge";

    public static string Symbol(CostCurve curve, int index) =>
        curve.Origin == CostOrigin.Recorded
            ? $"{Symbols[index % Symbols.Length]}-open"
            : Symbols[index % Symbols.Length];

    public static double Width(CostCurve curve) => curve.Origin == CostOrigin.Measured ? 3 : 1.3;

    public static string Dash(CostCurve curve) => curve.Origin == CostOrigin.Extrapolated ? "dot" : "solid";

    private static string KindOf(string version) =>
        version.Contains("Python", StringComparison.Ordinal) ? "@guess"
        : version.StartsWith(".NET", StringComparison.Ordinal) ? "@total"
        : "@waiting-edge";
}
