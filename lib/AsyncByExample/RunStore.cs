using System.Text.Json;

namespace AsyncByExample;

/// <summary>
/// Keeps runs across notebooks: the newest of each example in a JSON file, and beside it, in a folder of its name, those
/// that were kept before it.
/// </summary>
/// <param name="folder">Where the files are; created when the first run is kept.</param>
public sealed partial class RunStore(string folder)
{
    // With the newest.
    private const int MostOfAnExample = 10;

    private const string Variable = "ASYNC_BY_EXAMPLE_RUNS";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    /// <summary>
    /// Keeps a run as the newest of its example; the last ten of each are kept. One that its reader has stopped is not
    /// kept: nothing can be compared with it.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(Run? run)
    {
        if (run is null or { IsStopped: true })
            return;
        Directory.CreateDirectory(folder);
        var path = PathOf(run);
        if (Read(path) is { } newest && newest.Id != run.Id)
            MoveBack(path);
        WholeFile.Write(path, JsonSerializer.Serialize(run, Json));
    }

    /// <summary>The last run of the same example that was kept before this one, whether this one is kept or not; null if there is none.</summary>
    /// <param name="run">The run that it is compared with.</param>
    public Run? Before(Run? run) =>
        run is null
            ? null
            : EarlierOf(PathOf(run))
                .Prepend(PathOf(run))
                .Select(Read)
                .FirstOrDefault(kept => kept is not null && kept.Id != run.Id);

    /// <summary>The reader's own runs: in a folder, or in the one that the environment variable ASYNC_BY_EXAMPLE_RUNS names.</summary>
    /// <param name="folder">A folder that need not exist yet.</param>
    public static RunStore Open(string folder) => Open(folder, Environment.GetEnvironmentVariable(Variable));

    internal static RunStore Open(string folder, string? named) =>
        new(string.IsNullOrWhiteSpace(named) ? folder : named);

    /// <summary>The kept runs in the order of their examples' names; files that cannot be read as runs are passed over.</summary>
    public IReadOnlyList<Run> All() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<Run>()]
            : [];

    /// <summary>
    /// The kept runs, and for the examples that have none those of another store, marked <c>(recorded)</c>.
    /// </summary>
    /// <param name="recorded">Runs that somebody else has made before, such as those of <c>data/runs</c>.</param>
    public IReadOnlyList<Run> AllOr(RunStore recorded)
    {
        var own = All();
        var names = own.Select(run => run.Example).ToHashSet(StringComparer.Ordinal);
        var missing = recorded
            .All()
            .Where(run => !names.Contains(run.Example))
            .Select(run => run with { Example = $"{run.Example} (recorded)" });
        return [.. own.Concat(missing).OrderBy(run => run.Example, StringComparer.Ordinal)];
    }

    private string PathOf(Run run) => Path.Combine(folder, FileName(run.Example));

    private static string FolderOf(string path) => Path.ChangeExtension(path, null);

    // The newest first: a file's name is the time at which another run took its place.
    private static IEnumerable<string> EarlierOf(string path) =>
        Directory.Exists(FolderOf(path))
            ? Directory.EnumerateFiles(FolderOf(path), "*.json").OrderDescending(StringComparer.Ordinal)
            : [];

    private static void MoveBack(string path)
    {
        var earlier = Directory.CreateDirectory(FolderOf(path)).FullName;
        File.Copy(path, Path.Combine(earlier, $"{DateTime.UtcNow.Ticks:D20}.json"), overwrite: true);
        foreach (var old in EarlierOf(path).Skip(MostOfAnExample - 1).ToList())
            File.Delete(old);
    }

    private static Run? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Run>(File.ReadAllText(path), Json);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }

    private static string FileName(string example) =>
        string.Concat(
            example.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-')
        ) + ".json";
}
