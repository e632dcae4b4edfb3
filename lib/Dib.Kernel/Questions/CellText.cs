namespace Dib.Kernel.Questions;

/// <summary>What the compiler's editor services see of a cell.</summary>
internal static class CellText
{
    private static readonly string[] CSharpNames = ["#!csharp", "#!c#", "#!C#", "#!cs"];
    private static readonly string[] OtherNames = ["#!html", "#!javascript", "#!js", "#!markdown", "#!md", "#!value"];

    /// <summary>The cell's C# where it stands in the cell, with empty lines in place of everything else.</summary>
    internal static string CSharpOf(string cell)
    {
        var isCSharp = true;
        var lines = cell.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var name = lines[i].TrimEnd().Split(' ', '\t')[0];
            isCSharp = (isCSharp || CSharpNames.Contains(name)) && !OtherNames.Contains(name);
            if (!isCSharp || IsForTheEngine(lines[i]))
                lines[i] = "";
        }
        return string.Join('\n', lines);
    }

    private static bool IsForTheEngine(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        || line.StartsWith("#i ", StringComparison.Ordinal)
        || line.Replace(" ", "", StringComparison.Ordinal).StartsWith("#r\"nuget:", StringComparison.OrdinalIgnoreCase);
}
