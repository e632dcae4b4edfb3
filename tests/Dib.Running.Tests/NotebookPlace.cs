using Dib.Format;

namespace Dib.Running.Tests;

/// <summary>A folder of its own for a test, with notebooks in it.</summary>
internal sealed class NotebookPlace : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("dib-host-").FullName;

    internal string PathOf(string path) => Path.Combine(Folder, path);

    internal NotebookPlace Add(string name, params (string, string)[] cells) => Add(name, DibWriter.Write(cells));

    internal NotebookPlace Add(string name, string text)
    {
        Directory.CreateDirectory(PathOf("notebooks"));
        File.WriteAllText(PathOf($"notebooks/{name}.dib"), text);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
