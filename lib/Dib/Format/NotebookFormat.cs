namespace Dib.Format;

/// <summary>The two formats of notebooks, told apart by the file's extension.</summary>
public static class NotebookFormat
{
    /// <summary>The extension of notebooks as Jupyter writes them.</summary>
    public const string Jupyter = ".ipynb";

    /// <summary>No notebook is this large, but a file opened by mistake may be.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Whether a file is one of Jupyter's, by its name; every other is read as a .dib.</summary>
    public static bool IsJupyter(string path) =>
        Path.GetExtension(path).Equals(Jupyter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a notebook from a file.</summary>
    /// <param name="fileName">What messages call it.</param>
    /// <exception cref="DibFormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static INotebookDocument Load(string path, string fileName)
    {
        var bytes = ReadBytes(path, fileName);
        return IsJupyter(path) ? IpynbDocument.Parse(bytes, fileName) : DibDocument.Parse(bytes, fileName);
    }

    internal static byte[] ReadBytes(string path, string fileName)
    {
        var length = new FileInfo(path).Length;
        return length <= MaxBytes ? File.ReadAllBytes(path) : throw TooLarge(fileName, length);
    }

    internal static DibFormatException TooLarge(string fileName, long length) =>
        new(
            fileName,
            1,
            $"a notebook has at most 10 MB, and this file has {length / (1024 * 1024)}; look whether it is the right one"
        );
}
