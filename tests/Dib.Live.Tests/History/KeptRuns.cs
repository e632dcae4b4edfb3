namespace Dib.Live.Tests.History;

/// <summary>Runs of a notebook, kept as the library keeps them.</summary>
internal static class KeptRuns
{
    /// <summary>An id like the library's.</summary>
    internal static string Id(int number) => $"{number:x32}";

    /// <summary>Keeps a run of example <c>x</c> that began now.</summary>
    internal static void Keep(OpenNotebook notebook, int number)
    {
        Directory.CreateDirectory(notebook.PathOf("artifacts/runs"));
        File.WriteAllText(
            PathOf(notebook, number),
            $$$"""
            {"example":"x","id":"{{{Id(number)}}}","began":"{{{notebook.Time.GetUtcNow():O}}}","unit":0,
            "timeline":{"lanes":[],"lines":[],"total":"00:00:01","hasWaits":true}}
            """
        );
    }

    internal static string PathOf(OpenNotebook notebook, int number) =>
        notebook.PathOf($"artifacts/runs/x-{number}.json");
}
