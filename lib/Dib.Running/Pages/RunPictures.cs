using System.Net;
using System.Text;
using Dib.Running.Runs;

namespace Dib.Running.Pages;

/// <summary>
/// The small pictures of the contents: of each notebook the reader's last run, or the recorded one. Those of about the
/// same length share a scale, so that 32 seconds stand above 17.
/// </summary>
/// <param name="own">The folder of the reader's runs.</param>
/// <param name="recorded">The folder of the recorded ones.</param>
internal sealed class RunPictures(string own, string recorded)
{
    // Longer runs than this many times a run are drawn to another scale.
    private const double LikeIt = 4;

    private const string OwnFolder = "ASYNC_BY_EXAMPLE_RUNS";

    private readonly IReadOnlyList<KeptRun> _own = NewestFirst(own);
    private readonly IReadOnlyList<KeptRun> _recorded = InOrder(recorded);

    /// <summary>The runs that go with a folder of notebooks: those kept beside it.</summary>
    internal static RunPictures Of(string? notebooks)
    {
        var root = Path.GetDirectoryName(Path.GetFullPath(notebooks ?? "notebooks")) ?? "";
        var named = Environment.GetEnvironmentVariable(OwnFolder);
        return new RunPictures(
            string.IsNullOrWhiteSpace(named) ? Path.Combine(root, "artifacts", "runs") : named,
            Path.Combine(root, "data", "runs")
        );
    }

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
            .FirstOrDefault(run => NumberOf(run.Example) != NumberOf(longest.Example));
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
        runs.FirstOrDefault(run => NumberOf(run.Example) == NumberOf(notebook));

    // "3 blocking sleep" belongs to "03-cooperative-blocking".
    private static string NumberOf(string name)
    {
        var number = new StringBuilder();
        foreach (var character in name.TrimStart('0').TakeWhile(char.IsAsciiLetterOrDigit))
            number.Append(character);
        return number.ToString();
    }

    private static IReadOnlyList<KeptRun> InOrder(string folder) =>
        Read(folder, files => files.OrderBy(file => file.Name, StringComparer.Ordinal));

    private static IReadOnlyList<KeptRun> NewestFirst(string folder) =>
        Read(folder, files => files.OrderByDescending(file => file.LastWriteTimeUtc));

    private static IReadOnlyList<KeptRun> Read(
        string folder,
        Func<IEnumerable<FileInfo>, IEnumerable<FileInfo>> order
    ) =>
        Directory.Exists(folder)
            ?
            [
                .. order(new DirectoryInfo(folder).EnumerateFiles("*.json"))
                    .Select(file => KeptRun.Read(file.FullName))
                    .OfType<KeptRun>(),
            ]
            : [];
}
