namespace Dib.Host.Exports.Programs;

/// <summary>What a program is built with: the projects and packages that a notebook loads with <c>#r</c>.</summary>
/// <param name="programFolder">Where the program will lie.</param>
internal sealed class ProgramReferences(string programFolder)
{
    private const string Package = "nuget:";

    private readonly HashSet<string> _projects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);

    /// <summary>The lines for the top of the program.</summary>
    internal IEnumerable<string> Lines =>
        _projects
            .Select(project => $"#:project {Path.GetRelativePath(programFolder, project).Replace('\\', '/')}")
            .Concat(_packages.Select(package => $"#:package {package}"))
            // With versions of their own, where the folder's projects have theirs in one place.
            .Concat(_packages.Count > 0 ? ["#:property ManagePackageVersionsCentrally=false"] : []);

    /// <summary>Takes what stands between the quotes of an <c>#r</c>.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <exception cref="ProgramException">It is neither a package nor what a project here builds.</exception>
    internal void Add(string reference, string folder)
    {
        if (reference.StartsWith(Package, StringComparison.Ordinal))
        {
            var parts = reference[Package.Length..].Split(',', StringSplitOptions.TrimEntries);
            _packages.Add($"{parts[0]}@{(parts.Length > 1 ? parts[1] : "*")}");
        }
        else
        {
            var name = Path.GetFileNameWithoutExtension(reference);
            _projects.Add(
                ProjectNamed(name, folder)
                    ?? throw new ProgramException(
                        0,
                        $"a program takes projects and packages, and no project lib/{name}/{name}.csproj here builds {reference}"
                    )
            );
        }
    }

    private static string? ProjectNamed(string name, string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var project = Path.Combine(folder, "lib", name, name + ".csproj");
            if (File.Exists(project))
                return project;
        }
        return null;
    }
}
