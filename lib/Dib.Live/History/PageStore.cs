using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Dib.Live.Files;
using Dib.Running.Files;

namespace Dib.Live.History;

/// <summary>
/// Pages of a notebook, compressed. Each is cut into parts that are kept once under the hash of their text: the script
/// that draws the charts is a part of every page.
/// </summary>
internal sealed class PageStore(string notebook)
{
    private const int LongScript = 64 * 1024;
    private const string Start = "<script";
    private const string End = "</script>";

    private readonly string _folder = OutputsFile.PathFor(notebook, ".pages");

    /// <summary>Keeps a page, and gives the names of its parts.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal ImmutableArray<string> Keep(string page) => [.. Parts(page).Select(part => Keep(page.AsMemory(part)))];

    /// <summary>The page that has these parts; null where one of them is not there, or not whole.</summary>
    internal string? Read(IEnumerable<string> parts)
    {
        try
        {
            return string.Concat(parts.Select(Read));
        }
        // The decompressor calls broken data an invalid operation.
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
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

    // Long scripts are parts of their own, whether they are code or a chart's numbers.
    private static IEnumerable<Range> Parts(string page)
    {
        var from = 0;
        for (var start = Find(page, Start, 0); start < page.Length; start = Find(page, Start, start + 1))
        {
            var end = Find(page, End, start);
            if (end - start < LongScript)
                continue;
            yield return from..start;
            yield return start..end;
            (from, start) = (end, end - 1);
        }
        yield return from..;
    }

    private static int Find(string page, string what, int from) =>
        page.IndexOf(what, from, StringComparison.Ordinal) is var at and >= 0 ? at : page.Length;

    // Piece by piece: a page is megabytes long, and there is one after every run.
    private string Keep(ReadOnlyMemory<char> part)
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
        return NameOf(part.AsMemory()) == name ? part : throw new InvalidDataException();
    }

    private static string NameOf(ReadOnlyMemory<char> part)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            WriteTo(hashed, part);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static void WriteTo(Stream stream, ReadOnlyMemory<char> part)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(part.Span);
    }

    // Never a path, whatever somebody has written into the notes.
    private static bool IsName(string name) =>
        name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name) => Path.Combine(_folder, name + ".br");
}
