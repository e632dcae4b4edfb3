using System.Net;
using Dib.Running.Notebooks;

namespace Dib.Running.Pages;

/// <summary>Tells a reader how to run a notebook with other values.</summary>
internal static class Rerun
{
    internal static string Hint(Notebook notebook) =>
        $"""
            <p>Run it with other knobs: <code>dotnet run --project lib/Dib.Host -- run {WebUtility.HtmlEncode(
                notebook.Name.Split('-')[0]
            )} --set "{Example(notebook.KnobCells.First().Text)}"</code></p>
            """;

    private static string Example(string knobs) =>
        knobs.Contains("int[] work", StringComparison.Ordinal) ? "work=[3,1,4]"
        : knobs.Contains("var clock", StringComparison.Ordinal) ? "clock=Clock.Real(speed: 1)"
        : "predict=1";
}
