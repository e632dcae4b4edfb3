namespace AsyncByExample.Tests.Loading;

/// <summary>Plotly.NET and what it is built on in a folder of their own, as a package manager leaves them.</summary>
internal sealed class PackageFolder : IDisposable
{
    private static readonly string[] Names =
    [
        "DynamicObj",
        "Giraffe.ViewEngine",
        "Newtonsoft.Json",
        "Plotly.NET",
        "Plotly.NET.CSharp",
    ];
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public PackageFolder()
    {
        foreach (var file in Files)
            File.Copy(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file)), file);
    }

    public IEnumerable<string> Files => Names.Select(name => Path.Combine(_folder, $"{name}.dll"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
