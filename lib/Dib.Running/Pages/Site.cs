using Dib.Format;
using Dib.Running.Execution;
using Dib.Running.Files;
using Dib.Running.Notebooks;

namespace Dib.Running.Pages;

/// <summary>The folder of pages that a run writes.</summary>
internal sealed class Site(
    string folder,
    IReadOnlyList<string> lessons,
    IReadOnlyList<Notebook> notebooks,
    IReadOnlyList<Knob> knobs
)
{
    internal const string Title = "Async by Example";
    internal const string IndexFile = "index.html";

    /// <summary>Makes sure that pages can be written.</summary>
    internal void Prepare() => AtomicFile.Prepare(PathOf("index"), "--out");

    internal void WritePage(NotebookResult result) =>
        AtomicFile.Write(PathOf(result.Notebook.Name), NotebookPage.Of(result, HasPage));

    /// <summary>Lists all lessons, and what else this run has run.</summary>
    internal void WriteIndex(IReadOnlyList<NotebookResult> results)
    {
        var resultsByName = results.ToDictionary(result => result.Notebook.Name, StringComparer.Ordinal);
        var entries = notebooks
            .Select(Lesson.Of)
            .Concat(lessons.Where(IsNotInThisRun).Select(Read).OfType<Lesson>())
            .OrderBy(lesson => lesson.Name, StringComparer.Ordinal)
            .Select(lesson => (lesson, resultsByName.GetValueOrDefault(lesson.Name)));
        AtomicFile.Write(PathOf("index"), IndexPage.Of(entries, knobs, HasPage, Pictures()));
    }

    private RunPictures Pictures() =>
        RunPictures.Of(Path.GetDirectoryName(lessons.Concat(notebooks.Select(each => each.Path)).FirstOrDefault()));

    private bool HasPage(string name) => notebooks.Any(notebook => notebook.Name == name) || File.Exists(PathOf(name));

    private bool IsNotInThisRun(string file) => notebooks.All(notebook => notebook.Path != file);

    private string PathOf(string name) => Path.Combine(folder, name + ".html");

    // A lesson that nobody asked for may be broken: then it is not listed.
    private static Lesson? Read(string file)
    {
        try
        {
            return Lesson.Of(Path.GetFileNameWithoutExtension(file), DibDocument.Load(file));
        }
        catch (Exception e) when (e is DibFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
