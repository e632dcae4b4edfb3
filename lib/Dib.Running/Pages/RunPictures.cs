using System.Net;
using Dib.Running.Runs;

namespace Dib.Running.Pages;

/// <summary>
/// The small pictures of the contents: of each notebook the reader's last run, or the recorded one. Those of about the
/// same length share a scale, so that 32 seconds stand above 17.
/// </summary>
/// <param name="own">The reader's runs.</param>
/// <param name="recorded">The recorded ones.</param>
internal sealed class RunPictures(RunFolder own, RunFolder recorded)
{
    // Longer runs than this many times a run are drawn to another scale.
    private const double LikeIt = 4;

    private readonly IReadOnlyList<KeptRun> _own = [.. own.Newest().OrderByDescending(run => run.Began)];
    private readonly IReadOnlyList<KeptRun> _recorded = recorded.Newest();

    /// <summary>The runs that go with a folder of notebooks: those kept beside it.</summary>
    internal static RunPictures Of(string? notebooks) =>
        new(RunFolder.OwnOf(notebooks ?? "notebooks"), RunFolder.RecordedOf(notebooks ?? "notebooks"));

    /// <summary>The picture of a notebook's run as HTML; empty where there is none.</summary>
    /// <param name="notebook">The notebook's name, such as <c>03-cooperative-blocking</c>.</param>
    internal string PictureOf(string notebook) =>
        Find(_own, notebook) is { } last ? Figure(last, "your last run")
        : Find(_recorded, notebook) is { } run ? Figure(run, "recorded")
        : "";

    /// <summary>The longest of the recorded runs above the one that does the same work next: what the notebooks are about.</summary>
    internal string Opening()
    {
        var longest = _recorded.Where(run => run.IsTimed).MaxBy(run => run.Length);
        if (longest is null)
            return "";
        var next = _recorded
            .SkipWhile(run => run != longest)
            .Skip(1)
            .FirstOrDefault(run => !RunFolder.IsOf(run.Example, longest.Example));
        return string.Concat(new[] { longest, next }.OfType<KeptRun>().Select(run => Figure(run, run.Example)));
    }

    private string Figure(KeptRun run, string caption) =>
        $"""
            <figure class="picture">
            {RunPicture.Of(run, Scale(run))}
            <figcaption>{WebUtility.HtmlEncode(caption)}: <b>{run.TotalText}</b></figcaption>
            </figure>
            """;

    private double Scale(KeptRun run) =>
        _own.Concat(_recorded)
            .Where(other => other.IsTimed == run.IsTimed && other.Length < LikeIt * run.Length)
            .Select(other => other.Length)
            .Append(run.Length)
            .Max();

    private static KeptRun? Find(IEnumerable<KeptRun> runs, string notebook) =>
        runs.FirstOrDefault(run => RunFolder.IsOf(run.Example, notebook));
}
