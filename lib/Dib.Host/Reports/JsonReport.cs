using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dib.Running.Execution;
using Dib.Running.Files;

namespace Dib.Host.Reports;

/// <summary>All results as one JSON file, for programs.</summary>
internal sealed class JsonReport(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal void Prepare() => AtomicFile.Prepare(path, "--json");

    internal void Write(IEnumerable<NotebookResult> results) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(new { notebooks = results.Select(Notebook) }, Options) + "\n");

    private static object Notebook(NotebookResult result) =>
        new
        {
            name = result.Notebook.Name,
            ok = result.IsOk,
            ms = Milliseconds(result.Elapsed),
            total = result.Totals.Total,
            lowerBound = result.Totals.LowerBound,
            unit = result.Totals.Total is null ? null : result.Totals.Unit,
            cells = result.Cells.Select(Cell),
        };

    private static object Cell(CellResult result) =>
        new
        {
            index = result.Index,
            kernel = result.Cell.KernelName,
            code = result.Cell.Text,
            state = result.State,
            ms = Milliseconds(result.Elapsed),
            outputs = result
                .AllOutputs.SelectMany(output => output.OtherFormats.Prepend(output))
                .Select(output => new
                {
                    kind = output.Kind,
                    mime = output.MimeType,
                    text = output.Text,
                }),
        };

    private static long Milliseconds(TimeSpan elapsed) => (long)Math.Round(elapsed.TotalMilliseconds);
}
