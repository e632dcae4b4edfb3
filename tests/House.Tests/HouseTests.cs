using System.Xml.Linq;
using Mono.Cecil;

namespace House.Tests;

public class HouseTests
{
    // Who may know whom, and nothing else.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Dib"] = [],
        ["Dib.Kernel"] = ["Dib"],
        ["Dib.Running"] = ["Dib"],
        ["Dib.Live"] = ["Dib", "Dib.Running"],
        ["Dib.Host"] = ["Dib", "Dib.Running", "Dib.Live"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_form_no_circle(string project) =>
        NamespaceCircles.In(Repository.AssemblyOf(project), project).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_those_that_it_may(string project) =>
        Known(project).Where(Repository.Projects.Contains).Except(Allowed[project]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_follow_folders(string project) =>
        Directory
            .EnumerateFiles(Repository.FolderOf(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => NamespaceIn(file) is { } name && name != NamespaceOfFolder(file))
            .Select(file => $"{Path.GetRelativePath(Repository.Root, file)}: {NamespaceIn(file)}")
            .ShouldBeEmpty();

    [Fact]
    public void A_circle_is_found_in_whatever_the_compiler_makes_of_a_method_and_is_told_by_its_types() =>
        NamespaceCircles
            .In(typeof(HouseTests).Assembly.Location, "House.Tests.Samples")
            .ShouldBe([
                "House.Tests.Samples.Left.Asks -> House.Tests.Samples.Right.Answers; House.Tests.Samples.Right.Answers -> House.Tests.Samples.Left.Asks",
            ]);

    private static IEnumerable<string> Known(string project)
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyOf(project));
        var references = XDocument
            .Load(Path.Combine(Repository.FolderOf(project), project + ".csproj"))
            .Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        return [.. module.AssemblyReferences.Select(reference => reference.Name), .. references];
    }

    private static string? NamespaceIn(string file) =>
        File.ReadLines(file)
            .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            ?["namespace ".Length..].TrimEnd(';');

    private static string NamespaceOfFolder(string file) =>
        Path.GetRelativePath(Path.Combine(Repository.Root, "lib"), Path.GetDirectoryName(file)!)
            .Replace(Path.DirectorySeparatorChar, '.');
}
