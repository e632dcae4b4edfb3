using System.Runtime.CompilerServices;
using AsyncByExample.Sites;

namespace AsyncByExample.Tests;

internal static class TestSites
{
    /// <summary>The data that the notebooks read.</summary>
    public static string Data(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../data", file);

    /// <summary>The six sites of the article.</summary>
    public static Sites.Sites Load() => Sites.Sites.Load(Data("sites.json"));
}
