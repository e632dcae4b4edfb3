using System.Runtime.CompilerServices;

namespace AsyncByExample.Tests;

internal static class TestSites
{
    /// <summary>The data that the notebooks read.</summary>
    public static string Data(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../data", file);

    /// <summary>The six sites of the article.</summary>
    public static Sites Load() => Sites.Load(Data("sites.json"));
}
