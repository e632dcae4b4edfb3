using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dib.Format;

public sealed partial class IpynbDocument
{
    // As Jupyter writes it: one space a level, and letters as they are.
    private static readonly JsonSerializerOptions AsJupyter = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // From this version on, each cell has an id.
    private bool HasIds =>
        _root["nbformat_minor"] is JsonValue minor && minor.TryGetValue(out int number) && number >= 5;

    /// <inheritdoc/>
    /// <remarks>A cell that keeps its text keeps all that the file says of it; outputs of another text are gone.</remarks>
    public INotebookDocument WithCells(IEnumerable<DibCellEdit> cells)
    {
        DibCellEdit[] wanted =
        [
            .. cells
                .Select(cell => cell with { Text = DibText.Trimmed(cell.Text) })
                .Where(cell => cell.Text.Length > 0),
        ];
        if (wanted.SequenceEqual(Cells.Select((cell, i) => new DibCellEdit(cell.KernelName, cell.Text, i))))
            return this;
        var root = (JsonObject)_root.DeepClone();
        root["cells"] = new JsonArray([.. Arrange(wanted)]);
        return Parse(Encoding.UTF8.GetBytes(root.ToJsonString(AsJupyter) + "\n"), _fileName);
    }

    // What is not shown stays behind the cell that it stands behind, or at the end when that is gone.
    private IEnumerable<JsonNode> Arrange(DibCellEdit[] wanted)
    {
        var unseen = new List<(int Behind, JsonNode Node)>();
        var behind = -1;
        foreach (var node in _root["cells"]!.AsArray())
            if (behind + 1 < _shown.Length && _shown[behind + 1].Node == node)
                behind++;
            else
                unseen.Add((behind, node!));
        List<JsonNode> arranged = [.. Take(-1)];
        foreach (var cell in wanted)
        {
            arranged.Add(NodeOf(cell));
            arranged.AddRange(Take(cell.Index ?? -1));
        }
        return arranged.Concat(unseen.Select(each => each.Node.DeepClone()));

        JsonNode[] Take(int index)
        {
            JsonNode[] taken = [.. unseen.Where(each => each.Behind == index).Select(each => each.Node.DeepClone())];
            unseen.RemoveAll(each => each.Behind == index);
            return taken;
        }
    }

    private JsonObject NodeOf(DibCellEdit cell)
    {
        if (cell.Index is not { } index)
            return Changed(NewNode(), cell);
        var (node, known) = _shown[index];
        var same = (JsonObject)node.DeepClone();
        return known.KernelName == cell.KernelName && known.Text == cell.Text ? same : Changed(same, cell);
    }

    private JsonObject NewNode()
    {
        var node = new JsonObject();
        if (HasIds)
            node["id"] = Guid.NewGuid().ToString("N")[..8];
        return node;
    }

    private static JsonObject Changed(JsonObject node, DibCellEdit cell)
    {
        var isCode = cell.KernelName != Markdown;
        node["cell_type"] = isCode ? Code : Markdown;
        node["metadata"] ??= new JsonObject();
        node["source"] = new JsonArray([.. Lines(cell.Text).Select(line => JsonValue.Create(line))]);
        node.Remove("outputs");
        node.Remove("execution_count");
        if (!isCode)
            return node;
        (node["outputs"], node["execution_count"]) = (new JsonArray(), null);
        node["metadata"]!["dotnet_interactive"] = new JsonObject { ["language"] = cell.KernelName };
        node["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell.KernelName };
        return node;
    }

    // Each with its line end, but for the last.
    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line);
    }
}
