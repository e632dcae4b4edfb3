namespace Dib.Running.Runs;

/// <summary>
/// Where the library keeps runs: the newest of each example in a file, and those before it in a folder of the file's name.
/// </summary>
/// <param name="path">A folder that need not be there.</param>
internal sealed class RunFolder(string path)
{
    private const string Variable = "ASYNC_BY_EXAMPLE_RUNS";

    /// <summary>The reader's own runs: those kept beside a folder of notebooks, or where the environment says.</summary>
    internal static RunFolder OwnOf(string notebooks)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        return new(string.IsNullOrWhiteSpace(named) ? Beside(notebooks, "artifacts") : named);
    }

    /// <summary>The runs that come with a folder of notebooks.</summary>
    internal static RunFolder RecordedOf(string notebooks) => new(Beside(notebooks, "data"));

    /// <summary>The newest run of each example, in the order of their files' names.</summary>
    internal IReadOnlyList<KeptRun> Newest() => Read(Files(path).OrderBy(file => file.Name, StringComparer.Ordinal));

    /// <summary>All kept runs of a notebook's examples, the newest first.</summary>
    internal IReadOnlyList<KeptRun> Of(string notebook) =>
        // One that is moved back this moment is there twice.
        [
            .. Read(FilesOf(notebook))
                .DistinctBy(run => (run.Id, run.Example, run.Began))
                .OrderByDescending(run => run.Began),
        ];

    /// <summary>When a run of a notebook's examples was last kept.</summary>
    internal DateTime LastKept(string notebook) =>
        FilesOf(notebook).Select(file => file.LastWriteTimeUtc).Append(default).Max();

    /// <summary>Whether an example is one of a notebook's: <c>3 blocking sleep</c> is of <c>03-cooperative-blocking</c>.</summary>
    internal static bool IsOf(string example, string notebook) =>
        NumberOf(example).Equals(NumberOf(notebook), StringComparison.OrdinalIgnoreCase);

    // The number that it begins with, or its first word.
    private static string NumberOf(string name) =>
        string.Concat(name.TrimStart('0').TakeWhile(char.IsAsciiLetterOrDigit));

    private IEnumerable<FileInfo> FilesOf(string notebook) =>
        Files(path)
            .Where(file => IsOf(file.Name, notebook))
            .SelectMany(file => Files(Path.ChangeExtension(file.FullName, null)).Append(file));

    private static IEnumerable<FileInfo> Files(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*.json") : [];

    private static IReadOnlyList<KeptRun> Read(IEnumerable<FileInfo> files) =>
        [.. files.Select(file => KeptRun.Read(file.FullName)).OfType<KeptRun>()];

    private static string Beside(string notebooks, string folder) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebooks)) ?? "", folder, "runs");
}
