using System.Globalization;

namespace AsyncByExample.Tests.Charts;

/// <summary>
/// Colours as eyes see them: WCAG 2.2's relative luminance and contrast, CIE 1976 lightness, and what people see who
/// lack one kind of cone, after G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0, in linear RGB.
/// </summary>
internal static class ColorVision
{
    /// <summary>The name of each kind of eye, and what it makes of linear red, green and blue.</summary>
    public static IReadOnlyDictionary<string, double[][]> Eyes { get; } =
        new Dictionary<string, double[][]>(StringComparer.Ordinal)
        {
            ["all cones"] =
            [
                [1, 0, 0],
                [0, 1, 0],
                [0, 0, 1],
            ],
            ["protanopia"] =
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            ["deuteranopia"] =
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            ["tritanopia"] =
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        };

    /// <summary>WCAG's contrast ratio of two colours, from 1 to 21.</summary>
    /// <param name="one">Such as <c>#167a58</c>.</param>
    /// <param name="other">Another one.</param>
    public static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(Linear(one)), Luminance(Linear(other)));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>How light a colour is for some eyes, from 0 to 100.</summary>
    public static double Lightness(string color, string eye)
    {
        var seen = Eyes[eye].Select(row => Math.Clamp(row.Zip(Linear(color), (a, b) => a * b).Sum(), 0, 1));
        var luminance = Luminance([.. seen]);
        return luminance > 216.0 / 24389 ? 116 * Math.Cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    private static double Luminance(double[] linear) => 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];

    private static double[] Linear(string color) =>
        [.. new[] { 1, 3, 5 }.Select(at => Linear(int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber) / 255.0))];

    private static double Linear(double channel) =>
        channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
