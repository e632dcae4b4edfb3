using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AsyncByExample.Notebook.Loading;

/// <summary>
/// Loads Plotly.NET and what it is built on from the library's own folder, into a context of their own. The process
/// may carry an older FSharp.Core than Plotly.NET needs (a notebook editor's kernel does); this one is always its own.
/// </summary>
internal sealed class BesideTheLibrary : AssemblyLoadContext
{
    private static readonly string[] Private =
    [
        "Plotly.NET",
        "Plotly.NET.CSharp",
        "DynamicObj",
        "Fable.Core",
        "FSharp.Core",
        "Giraffe.ViewEngine",
        "Newtonsoft.Json",
    ];
    private static readonly BesideTheLibrary Context = new();

    /// <summary>Whether the process took its Plotly.NET from elsewhere before the library was there.</summary>
    internal static bool CameTooLate =>
        Path.GetDirectoryName(typeof(Plotly.NET.GenericChart).Assembly.Location) != Folder;

    private BesideTheLibrary()
        : base("Plotly.NET beside AsyncByExample") { }

    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);

#pragma warning disable CA2255 // It must be in place before the first method that mentions Plotly.NET is compiled.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => Default.Resolving += (_, name) => Context.Find(name);

    private Assembly? Find(AssemblyName name) =>
        Array.Exists(Private, simpleName => simpleName == name.Name)
        && Path.Combine(Folder, $"{name.Name}.dll") is var path
        && File.Exists(path)
            ? LoadFromAssemblyPath(path)
            : null;

    private static string Folder => Path.GetDirectoryName(typeof(BesideTheLibrary).Assembly.Location)!;
}
