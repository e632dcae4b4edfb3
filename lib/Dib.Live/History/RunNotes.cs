using System.Collections.Immutable;
using System.Text.Json;
using Dib.Live.Files;
using Dib.Running.Files;

namespace Dib.Live.History;

/// <summary>The notes on a notebook's runs, in a file beside its outputs.</summary>
/// <remarks>It can be lost at any time: of its runs, less is known then.</remarks>
internal sealed class RunNotes(string notebook)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _path = OutputsFile.PathFor(notebook, ".runs.json");

    /// <summary>The notes; none where the file is not there or cannot be read as notes.</summary>
    internal ImmutableArray<RunNote> Read()
    {
        try
        {
            return File.Exists(_path)
                ?
                [
                    .. JsonSerializer
                        .Deserialize<RunNote?[]>(File.ReadAllText(_path), Options)
                        ?.Where(IsWhole)
                        .OfType<RunNote>()
                        ?? [],
                ]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    /// <summary>Writes them in place of all others.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    internal void Write(ImmutableArray<RunNote> notes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        AtomicFile.Write(_path, JsonSerializer.Serialize(notes, Options));
    }

    // What a collection holds, the reader of JSON does not check.
    private static bool IsWhole(RunNote? note) =>
        note is { Knobs.IsDefault: false, Page.IsDefaultOrEmpty: false }
        && note.Knobs.All(knob => knob is not null)
        && note.Page.All(part => part is not null);
}
