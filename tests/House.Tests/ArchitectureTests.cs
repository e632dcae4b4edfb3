using System.Text.RegularExpressions;

namespace House.Tests;

public class ArchitectureTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "architecture.md"));

    [Fact]
    public void Every_file_that_the_page_on_architecture_names_exists()
    {
        var named = Regex
            .Matches(Page, @"\]\((?<path>[^)]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
            .Select(match => match.Groups["path"].Value)
            .ToList();
        named.ShouldNotBeEmpty();
        named.Where(path => !File.Exists(Path.Combine(Docs, path))).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_on_architecture_names_every_project() =>
        Repository.Projects.Where(project => !Page.Contains(project, StringComparison.Ordinal)).ShouldBeEmpty();
}
