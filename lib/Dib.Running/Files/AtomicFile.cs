using System.Text;

namespace Dib.Running.Files;

/// <summary>Writes a file so that nobody ever finds half of it, not even after a power cut.</summary>
internal static class AtomicFile
{
    /// <summary>Makes sure that the file can be written before hours of work go into its content.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    internal static void Prepare(string path, string option)
    {
        try
        {
            if (Directory.Exists(path))
                throw new IOException("it is a folder");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(Draft(path), "");
            File.Delete(Draft(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: {path} cannot be written: {e.Message}");
        }
    }

    internal static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there before still is.</exception>
    internal static void Write(string path, byte[] bytes) => Write(path, file => file.Write(bytes));

    /// <inheritdoc cref="Write(string, byte[])"/>
    internal static void Write(string path, Action<Stream> write)
    {
        var draft = Draft(path);
        // A link that somebody has put there would lead the writing to another place.
        File.Delete(draft);
        try
        {
            WriteDraft(draft, ModeOf(path), write);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On a full disk, half a draft is in the way of everything else.
            File.Delete(draft);
            throw;
        }
    }

    private static void WriteDraft(string draft, UnixFileMode? mode, Action<Stream> write)
    {
        using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write);
        if (mode is { } same && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, same);
        write(file);
        file.Flush(flushToDisk: true);
    }

    private static UnixFileMode? ModeOf(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : null;

    private static string Draft(string path) => path + ".draft";
}
