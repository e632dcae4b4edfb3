using System.Collections.Immutable;
using System.Text.Json;
using Dib.Format;
using Dib.Running.Files;

namespace Dib.Live.Files;

/// <summary>The edits of a notebook that are not saved, in a file beside its outputs, so that they outlive the host.</summary>
/// <param name="FileHash">Of the notebook's file as it was when it was edited.</param>
internal sealed record KeptEdits(string FileHash, ImmutableArray<DibCellEdit> Cells)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The edits kept for a notebook; null when there are none that can be read.</summary>
    internal static KeptEdits? Read(string notebook)
    {
        try
        {
            return
                File.Exists(PathFor(notebook))
                && JsonSerializer.Deserialize<KeptEdits>(File.ReadAllText(PathFor(notebook)), Options)
                    is { FileHash.Length: 64, Cells.IsDefault: false } kept
                ? kept
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps them, or forgets them when they are null. Where nothing can be written, the host's memory has to do.</summary>
    internal static void Write(string notebook, KeptEdits? edits)
    {
        try
        {
            if (edits is null)
                Forget(notebook);
            else
                edits.Keep(notebook);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private static void Forget(string notebook)
    {
        if (File.Exists(PathFor(notebook)))
            File.Delete(PathFor(notebook));
    }

    private void Keep(string notebook)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathFor(notebook))!);
        AtomicFile.Write(PathFor(notebook), JsonSerializer.Serialize(this, Options));
    }

    private static string PathFor(string notebook) => OutputsFile.PathFor(notebook, ".edits.json");
}
