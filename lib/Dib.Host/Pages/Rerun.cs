using System.Net;
using Dib.Host.Notebooks;

namespace Dib.Host.Pages;

/// <summary>Tells a reader how to run a notebook with other values.</summary>
internal static class Rerun
{
    internal static string Hint(Notebook notebook) =>
        $"""
            <p>Run it with other knobs: <code>dotnet run --project lib/Dib.Host -- run {WebUtility.HtmlEncode(
                notebook.Name.Split('-')[0]
            )} --set "work=[3,1,4]"</code></p>
            """;
}
