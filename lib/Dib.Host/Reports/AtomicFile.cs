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

    internal static void Write(string path, string text)
    {
        File.WriteAllText(Draft(path), text);
        File.Move(Draft(path), path, overwrite: true);
    }

    private static string Draft(string path) => path + ".draft";
}
