namespace AsyncByExample.Charts;

/// <summary>How the lines of a chart are told apart: each by its colour, by its symbol and by its dashes.</summary>
internal static class SeriesPalette
{
    private static readonly string[] Colors = ["@blocking", "@waiting", "@guess", "@total"];

    private static readonly string[] Symbols =
    [
        "square",
        "circle",
        "diamond",
        "triangle-up",
        "cross",
        "x",
        "star",
        "pentagon",
    ];

    // Dots are left to what was not measured.
    private static readonly string[] Dashes =
    [
        "solid",
        "dash",
        "dashdot",
        "longdash",
        "longdashdot",
        "3px,2px",
        "12px,3px,2px,3px,2px,3px",
        "16px,4px",
    ];

    public static string Color(int index) => Colors[index % Colors.Length];

    public static string Symbol(int index) => Symbols[index % Symbols.Length];

    public static string Dash(int index) => Dashes[index % Dashes.Length];
}
