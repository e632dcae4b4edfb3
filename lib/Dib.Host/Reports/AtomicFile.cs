using System.Text;
using Dib.Host.Commands;

namespace Dib.Host.Reports;

/// <summary>Writes a file so that nobody ever finds half of it.</summary>
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
    internal static void Write(string path, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(Draft(path), bytes);
            File.Move(Draft(path), path, overwrite: true);
        }
        catch (IOException)
        {
            // On a full disk, half a draft is in the way of everything else.
            File.Delete(Draft(path));
            throw;
        }
    }

    private static string Draft(string path) => path + ".draft";
}
