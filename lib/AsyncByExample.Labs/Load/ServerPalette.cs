namespace AsyncByExample.Labs.Load;

/// <summary>How servers are told apart, with colours of the theme and with symbols.</summary>
internal static class ServerPalette
{
    private static readonly string[] Colors = ["@blocking-edge", "@waiting-edge", "@guess", "@accent"];
    private static readonly string[] Symbols = ["square", "circle", "diamond", "triangle-up"];

    public static string Color(int index) => Colors[index % Colors.Length];

    public static string Symbol(int index) => Symbols[index % Symbols.Length];
}
