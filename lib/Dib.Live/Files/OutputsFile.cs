using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dib.Live.Cells;
using Dib.Protocol;
using Dib.Running.Files;

namespace Dib.Live.Files;

/// <summary>What the cells of a notebook put out, in a file beside it: a line of summary, then a line per cell.</summary>
/// <remarks>It can be lost at any time without harm, so whatever is wrong with it counts as nothing said.</remarks>
internal sealed class OutputsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new LongTextConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _path;

    private OutputsFile(string path) => _path = path;

    /// <summary>The file that goes with a notebook's.</summary>
    internal static OutputsFile Of(string notebook) => new(PathFor(notebook, ".jsonl"));

    /// <summary>Where things are kept that go with a notebook.</summary>
    internal static string PathFor(string notebook, string extension) =>
        Path.Combine(Path.GetDirectoryName(notebook)!, ".outputs", NotebookFile.NameOf(notebook) + extension);

    /// <summary>How the last run ended, without reading its outputs; null when nothing is known.</summary>
    internal RunSummary? ReadSummary() => Try(() => Read<RunSummary>(File.ReadLines(_path).First()));

    /// <summary>Shows the outputs again where a cell still has the text that it had.</summary>
    internal RunSummary? Recall(IEnumerable<CellModel> cells) =>
        Try(() =>
        {
            var lines = File.ReadLines(_path).ToArray();
            var kept = lines.Skip(1).Select(Read<KeptCell>).OfType<KeptCell>().ToList();
            foreach (var cell in cells.Where(cell => cell.CanRun))
            {
                var hash = HashOf(cell);
                if (kept.Find(each => each.Hash == hash) is not { } own)
                    continue;
                kept.Remove(own);
                cell.Recall(own.ToOutputs(), own.Failure, own.Elapsed);
            }
            return Read<RunSummary>(lines[0]);
        });

    /// <summary>Keeps what the cells show now.</summary>
    internal void Write(RunSummary summary, IEnumerable<(CellModel Cell, CellView View)> cells)
    {
        var kept = cells
            .Where(each =>
                each.View is { Status: not null } view && (view.Outputs.Length > 0 || view.Failure is not null)
            )
            .Select(each => KeptCell.Of(HashOf(each.Cell), each.View));
        Try(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            AtomicFile.Write(
                _path,
                file =>
                {
                    WriteLine(file, summary);
                    foreach (var cell in kept)
                        WriteLine(file, cell);
                }
            );
            return "";
        });
    }

    private static void WriteLine<T>(Stream file, T value)
    {
        // By a writer to the stream itself: the serializer's own keeps a long text until all of it is written.
        using (var writer = new Utf8JsonWriter(file))
            JsonSerializer.Serialize(writer, value, Options);
        file.WriteByte((byte)'\n');
    }

    private static string HashOf(CellModel cell) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Kind}\n{cell.Text.Trim('\n')}")));

    private static T? Read<T>(string line)
        where T : class => JsonSerializer.Deserialize<T>(line, Options);

    private static T? Try<T>(Func<T?> act)
        where T : class
    {
        try
        {
            return act();
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or InvalidOperationException
                        or IndexOutOfRangeException
            )
        {
            return null;
        }
    }
}
