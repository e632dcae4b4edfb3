using System.Reflection;
using System.Runtime.Loader;
using AsyncByExample.Tests.Loading;

namespace AsyncByExample.Tests.Charts;

/// <summary>A second copy of Plotly.NET, loaded from a package's folder: its types are not those of the library's copy.</summary>
internal sealed class SecondPlotly : AssemblyLoadContext, IDisposable
{
    private readonly PackageFolder _package = new();

    /// <summary>A chart of this copy: points without anything else.</summary>
    public object Points(double[] x, double[] y)
    {
        dynamic trace = Activator.CreateInstance(TypeNamed("Plotly.NET.Trace"), "scatter")!;
        trace.SetProperty("x", x);
        trace.SetProperty("y", y);
        return TypeNamed("Plotly.NET.GenericChart").GetMethod("ofTraceObject")!.Invoke(null, [true, (object)trace])!;
    }

    public void Dispose() => _package.Dispose();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _package.Files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == assemblyName.Name) is { } file
            ? LoadFromAssemblyPath(file)
            : null;

    private Type TypeNamed(string name) =>
        LoadFromAssemblyName(new AssemblyName("Plotly.NET")).GetType(name, throwOnError: true)!;
}
