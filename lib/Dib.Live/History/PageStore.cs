using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dib.Live.Files;
using Dib.Running.Files;

namespace Dib.Live.History;

/// <summary>
/// What pages of a notebook are made of, compressed. Long texts are kept beside it, once under the hash of each: the
/// script that draws the charts is in every page. Not for several threads at once.
/// </summary>
internal sealed class PageStore
{
    private readonly string _folder;
    private readonly JsonSerializerOptions _options;
    private readonly List<string> _longTexts = [];

    /// <param name="notebook">The notebook's file.</param>
    internal PageStore(string notebook)
    {
        _folder = OutputsFile.PathFor(notebook, ".pages");
        _options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new LongTexts(KeepLong, Read) },
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
    }

    /// <summary>Keeps a page, and gives the names of its parts.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal ImmutableArray<string> Keep(KeptPage page)
    {
        _longTexts.Clear();
        var first = Keep(JsonSerializer.Serialize(page, _options));
        return [first, .. _longTexts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The page that has these parts; null where one of them is not there, or not whole.</summary>
    internal KeptPage? Read(ImmutableArray<string> parts)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptPage>(Read(parts[0]), _options);
        }
        // The decompressor calls broken data an invalid operation.
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or InvalidOperationException
                        or JsonException
            )
        {
            return null;
        }
    }

    /// <summary>Forgets all parts but these.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be deleted.</exception>
    internal void KeepOnly(IEnumerable<string> parts)
    {
        if (!Directory.Exists(_folder))
            return;
        var kept = parts.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => !kept.Contains(file)).ToList())
            File.Delete(file);
    }

    private string KeepLong(string text)
    {
        var name = Keep(text);
        _longTexts.Add(name);
        return name;
    }

    // Piece by piece: the script is megabytes long.
    private string Keep(string part)
    {
        var name = NameOf(part);
        if (File.Exists(PathOf(name)))
            return name;
        Directory.CreateDirectory(_folder);
        AtomicFile.Write(
            PathOf(name),
            file =>
            {
                using var compressed = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true);
                WriteTo(compressed, part);
            }
        );
        return name;
    }

    private string Read(string name)
    {
        if (!IsName(name))
            throw new InvalidDataException();
        using var text = new StreamReader(new BrotliStream(File.OpenRead(PathOf(name)), CompressionMode.Decompress));
        var part = text.ReadToEnd();
        return NameOf(part) == name ? part : throw new InvalidDataException();
    }

    private static string NameOf(string part)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            WriteTo(hashed, part);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static void WriteTo(Stream stream, string part)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(part);
    }

    // Never a path, whatever somebody has written into the notes.
    private static bool IsName(string name) =>
        name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name) => Path.Combine(_folder, name + ".br");
}
