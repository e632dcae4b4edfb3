using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dib.Format;

/// <summary>A notebook of Jupyter's (nbformat 4): its cells, and all else that the file says of them.</summary>
/// <remarks>
/// The JSON is what a document is; the cells are a view of it. So outputs, metadata and what nobody here knows of stay
/// in the file. Raw cells and empty ones are not in the view, and stay too.
/// </remarks>
public sealed partial class IpynbDocument : INotebookDocument
{
    private const string Code = "code";
    private const string Markdown = "markdown";

    private static readonly DibKernelNames Names = new();

    private readonly byte[] _bytes;
    private readonly string _fileName;
    private readonly JsonObject _root;
    private readonly ImmutableArray<(JsonObject Node, DibCell Cell)> _shown;

    private IpynbDocument(byte[] bytes, string fileName)
    {
        (_bytes, _fileName) = (bytes, fileName);
        _root =
            JsonNode.Parse(bytes) as JsonObject
            ?? throw new DibFormatException(fileName, 1, "a notebook is a JSON object; this is something else");
        if (_root["cells"] is not JsonArray cells)
            throw new DibFormatException(
                fileName,
                1,
                "it has no cells, as notebooks of Jupyter have since version 4; open and save it in Jupyter"
            );
        var language = LanguageOf(_root);
        _shown =
        [
            .. cells
                .Select(node => node as JsonObject ?? throw new InvalidOperationException("a cell is no object"))
                .Select(node => (Node: node, Cell: Read(node, language)))
                .Where(each => each.Cell is { Text.Length: > 0 })
                .Select(each => (each.Node, each.Cell!)),
        ];
        Cells = [.. _shown.Select(each => each.Cell)];
    }

    /// <inheritdoc/>
    /// <remarks>Lines are counted within the cell: those of the file mean nothing to a reader.</remarks>
    public ImmutableArray<DibCell> Cells { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reads a notebook from the bytes of a file.</summary>
    /// <exception cref="DibFormatException">The bytes are no notebook.</exception>
    public static IpynbDocument Parse(ReadOnlyMemory<byte> bytes, string fileName = "notebook")
    {
        var start = bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        try
        {
            return new IpynbDocument(bytes[start..].ToArray(), fileName);
        }
        catch (JsonException e)
        {
            throw new DibFormatException(fileName, 1 + (int)(e.LineNumber ?? 0), "here the file is no JSON any more");
        }
        // A text where an object is expected, or a name that an object has twice.
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or ArgumentException)
        {
            throw new DibFormatException(fileName, 1, "the JSON is not that of a notebook");
        }
    }

    private static string LanguageOf(JsonObject root) =>
        (string?)root["metadata"]?["kernelspec"]?["language"] switch
        {
            "C#" or null => DibKernelNames.Default,
            "F#" => "fsharp",
            "PowerShell" => "pwsh",
            var other => other.ToLowerInvariant(),
        };

    private static DibCell? Read(JsonObject node, string language)
    {
        var text = DibText.Trimmed(TextOf(node));
        return (string?)node["cell_type"] switch
        {
            Markdown => new DibCell(Markdown, text, 1),
            Code when KernelAtTheTopOf(text) is { } kernel => new DibCell(
                kernel,
                DibText.Trimmed(BelowTheTop(text)),
                2
            ),
            Code => new DibCell(KernelOf(node["metadata"]) ?? language, text, 1),
            _ => null,
        };
    }

    // One text, or a list of lines.
    private static string TextOf(JsonObject node) =>
        node["source"] is JsonArray lines
            ? string.Concat(lines.Select(line => (string?)line))
            : (string?)node["source"] ?? "";

    private static string? KernelOf(JsonNode? metadata) =>
        (string?)metadata?["polyglot_notebook"]?["kernelName"] ?? (string?)metadata?["dotnet_interactive"]?["language"];

    // Where nothing but C# is expected, #!javascript in its first line gives a cell to another kernel.
    private static string? KernelAtTheTopOf(string text) =>
        text.StartsWith("#!", StringComparison.Ordinal) ? Names.Find(text.Split('\n')[0][2..].Trim()) : null;

    private static string BelowTheTop(string text) => text.Split('\n', 2) is [_, var rest] ? rest : "";
}
