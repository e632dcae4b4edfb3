using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AsyncByExample.Notebook.Loading;

/// <summary>
/// Loads ASP.NET Core, which the sites' server is built on, into a process that did not ask for it when it started:
/// from the runtime's own installation, and only what the process does not carry itself.
/// </summary>
internal sealed class AspNetCore : AssemblyLoadContext
{
    private const string Framework = "Microsoft.AspNetCore.App";

    private static readonly AspNetCore Context = new();
    private static readonly string? Folder = FolderIn(Shared, Environment.Version);

    private AspNetCore()
        : base("ASP.NET Core for AsyncByExample") { }

#pragma warning disable CA2255 // It must be in place before the first method that mentions the server is compiled.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => Default.Resolving += (_, name) => Context.Find(name);

    /// <summary>Where the newest ASP.NET Core is that fits a runtime; null if there is none.</summary>
    /// <param name="shared">The folder of an installation's shared frameworks.</param>
    /// <param name="runtime">The runtime's version.</param>
    internal static string? FolderIn(string shared, Version runtime) =>
        Path.Combine(shared, Framework) is var all && Directory.Exists(all)
            ? Directory
                .GetDirectories(all)
                .Select(folder => (Folder: folder, Version: VersionOf(folder)))
                .Where(found => found.Version?.Major == runtime.Major)
                .OrderBy(found => found.Version)
                .LastOrDefault()
                .Folder
            : null;

    // Nothing: what the process carries goes first, and what it lacks comes back here by its event.
    protected override Assembly? Load(AssemblyName assemblyName) => null;

    private Assembly? Find(AssemblyName name) =>
        Folder is not null && Path.Combine(Folder, $"{name.Name}.dll") is var path && File.Exists(path)
            ? LoadFromAssemblyPath(path)
            : null;

    // The runtime lies in <installation>/shared/Microsoft.NETCore.App/<version>.
    private static string Shared =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../.."));

    private static Version? VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : null;
}
