using AsyncByExample.Charts;
using AsyncByExample.Notebook.Formatting;
using AsyncByExample.Notebook.Loading;
using AsyncByExample.Sites;

namespace AsyncByExample.Notebook;

/// <summary>What has to be done once before the library is used in a notebook.</summary>
public static class Library
{
    /// <summary>A type of each part that nothing here needs: a cell can name what the library refers to, with no #r of its own.</summary>
    internal static Type[] ForReaders => [typeof(Labs.Makespan), typeof(Plotly.NET.CSharp.Chart)];

    /// <summary>Registers how values are shown, and runs each kind of example once, unseen.</summary>
    /// <param name="stopRequested">
    /// Asked when an example starts: a token that is cancelled when the reader stops it. All its waits end then.
    /// </param>
    /// <param name="show">
    /// Shows a value in the cell that runs, and gives what shows another one in its place: an example that takes a while
    /// then shows its timeline as it grows. Null where outputs cannot be redrawn in place.
    /// </param>
    public static void Prepare(Func<CancellationToken>? stopRequested = null, Func<object, Action<object>>? show = null)
    {
        Formatters.Register();
        DrawOnce();
        Recorder.Host = new NotebookHost(stopRequested, show);
        Sites.Sites.WhenServed = WarmUp.RunAsync;
    }

    /// <summary>What brings the script that draws charts onto a page.</summary>
    /// <param name="folder">
    /// Where it is kept as a file, relative to the notebook's folder: Visual Studio Code takes seconds for an output of its
    /// size, and renders only the outputs that are in sight.
    /// </param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static HtmlFragment ScriptOfCharts(string folder) =>
        VisualStudioCode.IsHere ? ChartScript.AsFile(folder) : ChartScript.Element;

    // An editor may swallow what an imported notebook throws: it is printed too.
    private static void DrawOnce()
    {
        try
        {
            WarmUp.Run();
        }
        catch (Exception) when (BesideTheLibrary.CameTooLate)
        {
            Console.WriteLine(
                "The library's charts cannot be drawn, because a cell above has loaded Plotly.NET from a package. "
                    + "Restart the kernel, and run the setup cell before that one."
            );
            throw;
        }
    }
}
