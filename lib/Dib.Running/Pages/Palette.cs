using System.Text.Json;

namespace Dib.Running.Pages;

/// <summary>The colours of the charts as variables of a style sheet, so that small pictures have the same.</summary>
internal static class Palette
{
    private static readonly string[] Names = ["page", "running", "blocking", "waiting", "ready", "ready-edge"];

    internal static string Css { get; } = Of(Layout.ReadResource(typeof(Palette), "palette.json"));

    private static string Of(string json)
    {
        var themes = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(json)!;
        return $":root {{ {string.Join(' ', Names.Select(name => Variable(name, themes["light"], themes["dark"])))} }}\n";
    }

    private static string Variable(string name, Dictionary<string, string> light, Dictionary<string, string> dark) =>
        $"--state-{name}: light-dark({light[name]}, {dark[name]});";
}
